import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient } from 'web/console/api/api-client';
import { type Answer, answerFetches, failure, NO_CONNECTION, success } from '../../fetches.ts';

/** A client whose session hands out numbered tokens, and what it told of its calls. */
function client(): { readonly client: ApiClient; readonly refused: string[]; readonly heard: string[] } {
  const refused: string[] = [];
  const heard: string[] = [];
  const tokens = {
    token: () => Promise.resolve(`token-${refused.length + 1}`),
    refuse: (token: string) => void refused.push(token),
  };
  const reachability = { answered: () => void heard.push('answered'), failed: () => void heard.push('failed') };
  return { client: new ApiClient('/chat', tokens, reachability), refused, heard };
}

test('should call with the token of the session', async () => {
  const fetched = answerFetches(success({ id: 'a1' }));
  const { client: api, heard } = client();

  const data = await api.call('/api/x', { method: 'PUT', body: { name: 'n' } });

  assert.deepEqual(data, { id: 'a1' });
  const [{ url, method, headers, body }] = fetched;
  assert.deepEqual({ url, method, body }, { url: '/chat/api/x', method: 'PUT', body: '{"name":"n"}' });
  assert.equal(headers.get('Authorization'), 'Bearer token-1');
  assert.deepEqual(heard, ['answered']);
});

test('should wait for another token as often as one is refused, and make the call again', async () => {
  const fetched = answerFetches(failure(401), new Response('Unauthorized', { status: 401 }), success({ id: 'a1' }));
  const { client: api, refused, heard } = client();

  await api.call('/api/x');

  assert.deepEqual(refused, ['token-1', 'token-2']);
  assert.equal(fetched[2].headers.get('Authorization'), 'Bearer token-3');
  assert.deepEqual(heard, ['answered']);
});

const HEARD: ReadonlyArray<[what: string, answer: Answer, heard: readonly string[]]> = [
  ['no connection', NO_CONNECTION, ['failed']],
  ['a 503', failure(503), ['failed']],
  ['a page of a gateway', new Response('Bad gateway', { status: 502 }), ['failed']],
  ['a refusal', failure(403), ['answered']],
  ['too many calls', failure(429), ['answered']],
  ['a fault of the service', failure(500), ['answered']],
  ['a page of something else', new Response('Hello'), ['answered']],
];

for (const [what, answer, expected] of HEARD) {
  test(`should tell whether the service is there by ${what}`, async () => {
    answerFetches(answer);
    const { client: api, heard } = client();

    await assert.rejects(api.call('/api/x'), { name: 'ServiceError' });

    assert.deepEqual(heard, expected);
  });
}

test('should tell nothing of the service by a call that was given up', async () => {
  answerFetches(success({}));
  const { client: api, heard } = client();

  await assert.rejects(api.call('/api/x', { signal: AbortSignal.abort() }), { name: 'AbortError' });

  assert.deepEqual(heard, []);
});
