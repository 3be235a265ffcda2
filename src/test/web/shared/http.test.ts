import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callService, type ServiceRequest } from 'web/shared/http';
import { ServiceError } from 'web/shared/service-error';
import { type Answer, answerFetches, failure, NO_CONNECTION, success } from '../fetches.ts';

const URL_OF_SERVICE = 'https://actions.example.com/api';

async function failureOf(answer: Answer, request: ServiceRequest = {}): Promise<ServiceError> {
  answerFetches(answer);
  try {
    await callService(URL_OF_SERVICE, request);
  } catch (error) {
    assert.ok(error instanceof ServiceError, String(error));
    return error;
  }
  throw new Error('The call did not fail');
}

test('should ask with a token and answer the data', async () => {
  const fetched = answerFetches(success({ id: 'a1' }));

  const data = await callService(URL_OF_SERVICE, { token: 't.o.k' });

  assert.deepEqual(data, { id: 'a1' });
  const [{ url, method, headers, body }] = fetched;
  assert.deepEqual({ url, method, body }, { url: URL_OF_SERVICE, method: 'GET', body: undefined });
  assert.deepEqual(Object.fromEntries(headers), { accept: 'application/json', authorization: 'Bearer t.o.k' });
});

test('should send what it is given as JSON, with further headers', async () => {
  const fetched = answerFetches(success({}));

  await callService(URL_OF_SERVICE, {
    method: 'POST',
    body: { contact_id: 'c1' },
    headers: { 'Idempotency-Key': 'k' },
    credentials: 'include',
  });

  const [{ method, headers, body, credentials }] = fetched;
  assert.deepEqual(
    { method, body, credentials },
    { method: 'POST', body: '{"contact_id":"c1"}', credentials: 'include' },
  );
  assert.deepEqual(Object.fromEntries(headers), {
    accept: 'application/json',
    'content-type': 'application/json',
    'idempotency-key': 'k',
  });
});

const KINDS: ReadonlyArray<[status: number, kind: string]> = [
  [400, 'refused'],
  [401, 'unauthorized'],
  [403, 'refused'],
  [404, 'refused'],
  [409, 'refused'],
  [429, 'throttled'],
  [500, 'refused'],
  [503, 'throttled'],
];

for (const [status, kind] of KINDS) {
  test(`should know the service's ${status} as ${kind}`, async () => {
    const error = await failureOf(failure(status));

    assert.equal(error.kind, kind);
    assert.equal(error.status, status);
    assert.equal(error.message, `A ${status}`);
    assert.equal(error.errorType, 'some_error');
  });
}

test('should keep the fields at fault and the time to wait', async () => {
  const fields = [{ field: 'name', message: 'Missing' }];

  assert.deepEqual((await failureOf(failure(400, { errors: fields }))).fields, fields);
  assert.deepEqual((await failureOf(failure(400))).fields, []);
  assert.equal((await failureOf(failure(429, {}, { 'Retry-After': '5' }))).retryAfter, 5);
  assert.equal((await failureOf(failure(503))).retryAfter, undefined);
});

const FOREIGN: ReadonlyArray<[what: string, answer: Response]> = [
  ['a page of a gateway', new Response('<html>Bad gateway</html>', { status: 502 })],
  ['nothing', new Response(null, { status: 204 })],
  ['JSON of something else', Response.json({ ok: true })],
  ['null', Response.json(null)],
  ['a success without data', Response.json({ status: 'success' })],
  ['a success that is none', Response.json({ status: 'success', data: {} }, { status: 500 })],
];

for (const [what, answer] of FOREIGN) {
  test(`should not expect ${what}`, async () => {
    const { kind, status, message } = await failureOf(answer);

    assert.deepEqual({ kind, status, message }, { kind: 'unexpected', status: answer.status, message: '' });
  });
}

test('should not reach a service without a connection', async () => {
  const { kind, status } = await failureOf(NO_CONNECTION);

  assert.deepEqual({ kind, status }, { kind: 'unreachable', status: undefined });
});

test('should not have reached a service whose answer breaks off', async () => {
  const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) });

  assert.equal((await failureOf(new Response(broken))).kind, 'unreachable');
});

test('should not have reached a service that does not answer in time', async () => {
  const timeout = new DOMException('The operation timed out', 'TimeoutError');

  assert.equal((await failureOf(success({}), { signal: AbortSignal.abort(timeout) })).kind, 'unreachable');
});

test('should tell a call that was given up from one that failed', async () => {
  answerFetches(success({}));

  const call = callService(URL_OF_SERVICE, { signal: AbortSignal.abort() });

  await assert.rejects(call, (error) => error instanceof DOMException && error.name === 'AbortError');
});
