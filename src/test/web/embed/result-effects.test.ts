import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExecutionResult } from 'web/embed/contract';
import { apply, isWithin, type Surroundings } from 'web/embed/result-effects';
import type { Extras, Remedy } from 'web/embed/toast';
import type { Toasts } from 'web/embed/toasts';
import { ENGLISH } from 'web/embed/words/english';

const BASE = 'https://actions.example.com/chat';
const DONE: ExecutionResult = { success: true, message: 'Webhook executed successfully', execution_id: 'e1' };
const TOAST = { message: 'Ticket #7', type: 'success' } as const;

interface Shown extends Extras {
  readonly type: string;
  readonly message: string;
}

/** What is shown of a result long after the click. No window is there that could be touched. */
async function late(result: ExecutionResult, more: Partial<Surroundings> = {}): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  const toasts = {
    show: (type: string, message: string, extras: Extras = {}) => shown.push({ type, message, ...extras }),
  } as unknown as Toasts;
  await apply(result, {
    toasts,
    labels: ENGLISH,
    service: BASE,
    root: undefined as never,
    name: 'Create ticket',
    isWanted: () => true,
    isLate: true,
    ...more,
  });
  return shown;
}

function linkIn({ remedy }: Shown): Extract<Remedy, { kind: 'link' }> {
  assert.equal(remedy?.kind, 'link');
  return remedy as Extract<Remedy, { kind: 'link' }>;
}

test('should only tell what leads to nothing', async () => {
  assert.deepEqual(await late({ ...DONE, toast: TOAST }), [{ type: 'success', message: 'Ticket #7' }]);
  assert.deepEqual(await late(DONE), []);
});

test('should offer a text in the notice', async () => {
  assert.deepEqual(await late({ ...DONE, toast: TOAST, clipboard: 'T-7' }), [
    { type: 'success', message: 'Ticket #7', title: 'Create ticket', remedy: { kind: 'copy', text: 'T-7' } },
  ]);
});

test('should say that it is done where the author says nothing', async () => {
  const [shown] = await late({ ...DONE, clipboard: 'T-7' });

  assert.equal(shown.message, 'Create ticket is done');
});

test('should offer a link as it is to be opened', async () => {
  const result = { ...DONE, toast: TOAST, redirect_url: '/api/custom-actions/redirect/a' };

  const [tab] = await late(result);
  const [here] = await late({ ...result, open_in_new_tab: false });

  assert.equal(linkIn(tab).url, `${BASE}/api/custom-actions/redirect/a`);
  assert.equal(linkIn(tab).isHere, false);
  assert.equal(linkIn(here).isHere, true);
});

test('should offer link and text each in a notice', async () => {
  const shown = await late({ ...DONE, toast: TOAST, clipboard: 'T-7', redirect_url: '/r' });

  assert.deepEqual(
    shown.map(({ message, remedy }) => [message, remedy?.kind]),
    [
      ['Ticket #7', 'link'],
      ['Copy this text', 'copy'],
    ],
  );
});

test('should get another path once the first may be over', async () => {
  const { now } = Date;
  let passed = 0;
  Date.now = () => now() + passed;
  try {
    const again = (id: string) => Promise.resolve(`/again/${id}`);
    const [shown] = await late({ ...DONE, toast: TOAST, redirect_url: '/first' }, { redirectAgain: again });
    const link = linkIn(shown);

    assert.equal(await link.again?.(), `${BASE}/first`);
    passed = 26_000;
    assert.equal(await link.again?.(), `${BASE}/again/e1`);
    // The clock was set back, so nobody knows.
    passed = -60_000;
    assert.equal(await link.again?.(), `${BASE}/again/e1`);
  } finally {
    Date.now = now;
  }
});

test('should offer nothing but web pages', async () => {
  assert.deepEqual(await late({ ...DONE, redirect_url: 'javascript:alert(1)' }), [
    { type: 'error', message: ENGLISH.badRedirect, title: 'Create ticket' },
  ]);
});

test('should tell of a failure what it tells of one at once', async () => {
  const failed = { success: false, message: 'Webhook could not connect', outcome: 'connect', execution_id: 'e1' };
  const retry = () => {};

  const [safe] = await late(failed, { retry });
  const [unsafe] = await late(failed);

  assert.equal(safe.type, 'error');
  assert.equal(safe.message, ENGLISH.outcomes.connect);
  assert.deepEqual(safe.details, { status: failed.message, answer: undefined, executionId: 'e1' });
  assert.deepEqual(safe.remedy, { kind: 'retry', run: retry });
  assert.equal(unsafe.remedy, undefined);
});

test('should take a time that is yet to come for one that is long past', () => {
  assert.equal(isWithin(5_000, Date.now()), true);
  assert.equal(isWithin(5_000, Date.now() - 5_001), false);
  assert.equal(isWithin(5_000, Date.now() + 60_000), false);
});
