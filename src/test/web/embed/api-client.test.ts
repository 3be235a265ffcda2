import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient } from 'web/embed/api-client';
import { Credentials } from 'web/embed/credentials';
import { answerFetches, failure, success } from '../fetches.ts';

const BASE = 'https://actions.example.com/chat';

/** A source of tokens that are numbered. */
function numbered(): () => string {
  let last = 0;
  return () => `token-${++last}`;
}

function tokensOf(fetched: ReturnType<typeof answerFetches>): readonly (string | null)[] {
  return fetched.map(({ headers }) => headers.get('Authorization'));
}

function list(client: ApiClient): Promise<unknown> {
  return client.listActions(new AbortController().signal);
}

test('should list the active actions', async () => {
  const fetched = answerFetches(success({ custom_actions: [{ id: 'a1' }] }));

  const actions = await list(new ApiClient(BASE, new Credentials('t', undefined)));

  assert.deepEqual(actions, [{ id: 'a1' }]);
  assert.equal(fetched[0].url, `${BASE}/api/custom-actions?is_active=true`);
  assert.equal(fetched[0].credentials, 'same-origin');
});

test('should not expect a list that is none', async () => {
  answerFetches(success({ actions: [] }));

  await assert.rejects(list(new ApiClient(BASE, new Credentials('t', undefined))), { kind: 'unexpected' });
});

test('should run an action for a contact under a key', async () => {
  const fetched = answerFetches(success({ success: true }));

  await new ApiClient(BASE, new Credentials('t', undefined)).execute('a/1', 'c1', 'key');

  const [{ url, method, headers, body }] = fetched;
  assert.equal(url, `${BASE}/api/custom-actions/a%2F1/execute`);
  assert.equal(method, 'POST');
  assert.equal(headers.get('Idempotency-Key'), 'key');
  assert.equal(body, '{"contact_id":"c1"}');
});

test('should list for a contact and send what was filled in and handed over', async () => {
  const fetched = answerFetches(success({ custom_actions: [] }), success({ success: true }));
  const client = new ApiClient(BASE, new Credentials('t', undefined));

  await client.listActions(new AbortController().signal, 'c/1');
  await client.execute('a', 'c1', 'key', { inputs: { reason: 'late' }, context: { id: 7 } });

  assert.equal(fetched[0].url, `${BASE}/api/custom-actions?is_active=true&contact_id=c%2F1`);
  assert.deepEqual(JSON.parse(String(fetched[1].body)), {
    contact_id: 'c1',
    inputs: { reason: 'late' },
    context: { id: 7 },
  });
});

test('should get another redirect', async () => {
  const fetched = answerFetches(success({ redirect_url: '/r/1' }));

  const path = await new ApiClient(BASE, new Credentials('t', undefined)).redirectAgain('e1');

  assert.equal(path, '/r/1');
  assert.equal(fetched[0].method, 'POST');
  assert.equal(fetched[0].url, `${BASE}/api/custom-actions/executions/e1/redirect`);
});

test('should send cookies where there is no token to send', async () => {
  const fetched = answerFetches(success({ custom_actions: [] }));

  await list(new ApiClient(BASE, new Credentials(undefined, undefined)));

  assert.equal(fetched[0].credentials, 'include');
  assert.deepEqual(tokensOf(fetched), [null]);
});

test('should repeat the CSRF cookie with a click by cookies', async () => {
  const done = () => success({ success: true });
  const fetched = answerFetches(done(), done(), done());
  const csrf = { cookie: 'chat_csrf', header: 'X-CSRF-Token' };
  Object.defineProperty(globalThis, 'document', {
    value: { cookie: 'xchat_csrf=no; chat_csrf=a=b; other=c' },
    configurable: true,
  });

  try {
    await new ApiClient(BASE, new Credentials(undefined, undefined, csrf)).execute('a', 'c', 'key');
    await new ApiClient(BASE, new Credentials('t', undefined, csrf)).execute('a', 'c', 'key');
    await new ApiClient(BASE, new Credentials(undefined, undefined)).execute('a', 'c', 'key');
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
  }

  assert.deepEqual(
    fetched.map(({ headers }) => headers.get('X-CSRF-Token')),
    ['a=b', null, null],
  );
});

test('should ask for another token once, and make the call again', async () => {
  const fetched = answerFetches(failure(401), success({ custom_actions: [] }));

  await list(new ApiClient(BASE, new Credentials(undefined, numbered())));

  assert.deepEqual(tokensOf(fetched), ['Bearer token-1', 'Bearer token-2']);
});

test('should ask for another token where a gateway refuses the first', async () => {
  const fetched = answerFetches(new Response('Unauthorized', { status: 401 }), success({ custom_actions: [] }));

  await list(new ApiClient(BASE, new Credentials(undefined, numbered())));

  assert.equal(fetched.length, 2);
});

test('should give up when the second token is refused too', async () => {
  const fetched = answerFetches(failure(401), failure(401));

  await assert.rejects(list(new ApiClient(BASE, new Credentials(undefined, numbered()))), { kind: 'unauthorized' });
  assert.equal(fetched.length, 2);
});

test('should not repeat a call with a token that cannot be replaced', async () => {
  const fetched = answerFetches(failure(401));

  await assert.rejects(list(new ApiClient(BASE, new Credentials('t', undefined))), { kind: 'unauthorized' });
  assert.equal(fetched.length, 1);
});

test('should not call without the token that it waits for', async () => {
  const fetched = answerFetches();
  const credentials = new Credentials(undefined, () => Promise.reject(new Error('signed out')));

  await assert.rejects(list(new ApiClient(BASE, credentials)), { kind: 'unauthorized' });
  assert.equal(fetched.length, 0);
});

test('should ask how an execution stands', async () => {
  const fetched = answerFetches(success({ state: 'pending', attempts: 1 }));

  const state = await new ApiClient(BASE, new Credentials('t', undefined)).state('e/1');

  assert.deepEqual(state, { state: 'pending', attempts: 1 });
  assert.equal(fetched[0].url, `${BASE}/api/custom-actions/executions/e%2F1/state`);
  assert.equal(fetched[0].method, 'GET');
});

test('should get another path from what an execution led to, if there is one', async () => {
  const ended = { state: 'succeeded', attempts: 1, answer: { success: true, message: 'x', redirect_url: '/r/2' } };
  answerFetches(success(ended), success({ state: 'failed', attempts: 1, answer: { success: false, message: 'x' } }));
  const client = new ApiClient(BASE, new Credentials('t', undefined));

  assert.equal(await client.redirectOfState('e1'), '/r/2');
  await assert.rejects(client.redirectOfState('e1'), { kind: 'unexpected' });
});
