import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asServiceError, isRefusal, sentenceOf } from 'web/console/api/failure';
import { type ErrorKind, ServiceError } from 'web/shared/service-error';

const SENTENCES: ReadonlyArray<[kind: ErrorKind, status: number | undefined, message: string, sentence: RegExp]> = [
  ['refused', 400, 'Name is missing', /^Name is missing$/],
  ['throttled', 503, 'Too many clicks', /^Too many clicks$/],
  ['unreachable', undefined, '', /cannot be reached/],
  ['unexpected', 502, '', /not available/],
  ['unexpected', 200, '', /could not be read/],
];

for (const [kind, status, message, sentence] of SENTENCES) {
  test(`should have a sentence for ${kind} with ${status ?? 'no status'}`, () => {
    assert.match(sentenceOf(new ServiceError(kind, { status, message })), sentence);
  });
}

test('should know a refusal by its status, if it is the service that refused', () => {
  assert.equal(isRefusal(new ServiceError('refused', { status: 404 }), 404), true);
  assert.equal(isRefusal(new ServiceError('refused', { status: 403 }), 404), false);
  assert.equal(isRefusal(new ServiceError('unexpected', { status: 404 }), 404), false);
  assert.equal(isRefusal(new TypeError('404'), 404), false);
});

test('should throw on what is a fault of the page', () => {
  const error = new ServiceError('refused');
  assert.equal(asServiceError(error), error);
  assert.throws(() => asServiceError(new TypeError('fault')), TypeError);
});
