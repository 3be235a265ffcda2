import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiClient } from 'web/embed/api-client';
import type { ExecutionResult, ExecutionState } from 'web/embed/contract';
import { Pending } from 'web/embed/pending';
import { ServiceError } from 'web/shared/service-error';

const DONE: ExecutionResult = { success: true, message: 'done', execution_id: 'e1' };
const PENDING: ExecutionState = { state: 'pending', attempts: 1 };
const ENDED: ExecutionState = { state: 'succeeded', attempts: 2, answer: DONE };
const BASE = 'https://actions.example.com';

let now = 0;
performance.now = () => now;

/** A window whose time is the test's. */
class View extends EventTarget {
  readonly document = Object.assign(new EventTarget(), { hidden: false });
  readonly navigator = { onLine: true };
  timer: (() => void) | undefined;
  wait = 0;

  setTimeout(run: () => void, wait: number): number {
    this.timer = run;
    this.wait = wait;
    return 1;
  }

  clearTimeout(): void {
    this.timer = undefined;
  }

  /** Lets the time pass for which is waited, and tells what was asked for. */
  async pass(): Promise<void> {
    const { timer } = this;
    assert.ok(timer, 'nothing is waited for');
    this.timer = undefined;
    now += Math.max(this.wait, 500);
    timer();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  hide(hidden: boolean): void {
    this.document.hidden = hidden;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }

  connect(onLine: boolean): void {
    this.navigator.onLine = onLine;
    this.dispatchEvent(new Event(onLine ? 'online' : 'offline'));
  }
}

type Answer = ExecutionState | ServiceError;

/** A service that answers with one after another, and the last one from then on. */
function clientOf(...answers: readonly Answer[]): { readonly client: ApiClient; readonly asked: string[] } {
  const asked: string[] = [];
  const state = (id: string) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(id);
    return answer instanceof ServiceError ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { client: { base: BASE, state } as unknown as ApiClient, asked };
}

let view: View;

/** In a window of its own. */
function pendingIn(client: () => ApiClient | undefined): Pending {
  now = 0;
  view = new View();
  const host = {
    addController: () => {},
    get ownerDocument() {
      return { defaultView: view };
    },
  };
  const pending = new Pending(host as never, client);
  pending.hostConnected();
  pending.hostUpdated();
  return pending;
}

test('should ask until it has ended, and tell once', async () => {
  const { client, asked } = clientOf(PENDING, PENDING, ENDED);
  const told: unknown[] = [];
  const pending = pendingIn(() => client);
  assert.equal(view.timer, undefined);

  pending.follow('e1', BASE, (end) => told.push(end));
  await view.pass();
  await view.pass();
  assert.deepEqual(told, []);
  await view.pass();

  assert.deepEqual(told, [{ answer: DONE, attempts: 2, client }]);
  assert.equal(asked.length, 3);
  assert.equal(view.timer, undefined);
});

test('should ask nothing while nobody can see the page or reach the service', async () => {
  const { client, asked } = clientOf(PENDING);
  const pending = pendingIn(() => client);
  pending.follow('e1', BASE, () => {});

  view.hide(true);
  assert.equal(view.timer, undefined);
  view.hide(false);
  assert.ok(view.timer);
  view.connect(false);
  assert.equal(view.timer, undefined);
  view.connect(true);
  await view.pass();

  assert.deepEqual(asked, ['e1']);
});

test('should go on in another window after the element was moved', async () => {
  const { client, asked } = clientOf(ENDED);
  const told: unknown[] = [];
  const pending = pendingIn(() => client);
  pending.follow('e1', BASE, (end) => told.push(end));
  const before = view;

  pending.hostDisconnected();
  assert.equal(before.timer, undefined);
  view = new View();
  pending.hostConnected();
  before.hide(false);
  assert.equal(before.timer, undefined);
  await view.pass();

  assert.deepEqual(asked, ['e1']);
  assert.equal(told.length, 1);
});

test('should ask again for what it was told while the element was in no page', async () => {
  const { client, asked } = clientOf(ENDED);
  const told: unknown[] = [];
  const pending = pendingIn(() => client);
  pending.follow('e1', BASE, (end) => told.push(end));

  const passing = view.pass();
  pending.hostDisconnected();
  await passing;
  assert.deepEqual(told, []);
  pending.hostConnected();
  await view.pass();

  assert.equal(asked.length, 2);
  assert.equal(told.length, 1);
});

test('should forget what is not there', async () => {
  const { client, asked } = clientOf(new ServiceError('refused', { status: 404 }));
  const pending = pendingIn(() => client);
  pending.follow('e1', BASE, () => assert.fail());

  await view.pass();

  assert.deepEqual(asked, ['e1']);
  assert.equal(view.timer, undefined);
});

test('should ask no more with a token that is refused, until there is another', async () => {
  const refused = clientOf(new ServiceError('unauthorized', { status: 401 }));
  const accepted = clientOf(ENDED);
  const told: unknown[] = [];
  let { client } = refused;
  const pending = pendingIn(() => client);
  pending.follow('e1', BASE, (end) => told.push(end));
  pending.follow('e2', BASE, (end) => told.push(end));

  await view.pass();
  pending.hostUpdated();
  assert.equal(view.timer, undefined);
  assert.deepEqual(refused.asked, ['e1']);
  client = accepted.client;
  pending.hostUpdated();
  await view.pass();

  assert.ok(accepted.asked.includes('e2'));
});

test('should ask one service for nothing of another', async () => {
  const { client, asked } = clientOf(ENDED);
  const pending = pendingIn(() => client);
  pending.follow('e1', 'https://other.example.com', () => assert.fail());

  await view.pass();

  assert.deepEqual(asked, []);
  assert.equal(view.timer, undefined);
});

const OUTAGES: readonly ServiceError[] = [
  new ServiceError('unreachable'),
  new ServiceError('unexpected', { status: 502 }),
  new ServiceError('refused', { status: 500 }),
  new ServiceError('throttled', { status: 503, retryAfter: 60 }),
  // No token could be had.
  new ServiceError('unauthorized'),
];

for (const outage of OUTAGES) {
  test(`should ask for one only, and later for all: ${outage.kind} ${outage.status ?? ''}`, async () => {
    const { client, asked } = clientOf(outage, ENDED);
    const told: unknown[] = [];
    const pending = pendingIn(() => client);
    pending.follow('e1', BASE, (end) => told.push(end));
    pending.follow('e2', BASE, (end) => told.push(end));

    await view.pass();
    assert.deepEqual(asked, ['e1']);
    assert.ok(view.wait >= (outage.retryAfter ?? 1) * 1000, String(view.wait));
    while (view.timer) {
      await view.pass();
    }

    assert.equal(told.length, 2);
  });
}

test('should not wait for longer than five minutes, whatever the service says', async () => {
  const { client } = clientOf(new ServiceError('throttled', { status: 429, retryAfter: 1e9 }));
  pendingIn(() => client).follow('e1', BASE, () => {});

  await view.pass();

  assert.equal(view.wait, 300_000);
});
