import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ErrorKind, ServiceError } from 'web/shared/service-error';

const CASES: ReadonlyArray<
  [kind: ErrorKind, status: number | undefined, isOutcomeUnknown: boolean, isOutage: boolean]
> = [
  ['unreachable', undefined, true, true],
  ['throttled', 429, true, false],
  ['throttled', 503, true, true],
  ['unauthorized', 401, false, false],
  ['refused', 400, false, false],
  ['refused', 404, false, false],
  ['refused', 409, true, false],
  ['refused', 500, true, false],
  ['unexpected', 200, false, false],
  ['unexpected', 404, false, false],
  ['unexpected', 502, true, true],
  ['unexpected', undefined, false, false],
];

for (const [kind, status, isOutcomeUnknown, isOutage] of CASES) {
  test(`should know what ${kind} with ${status ?? 'no status'} means`, () => {
    const error = new ServiceError(kind, { status });

    assert.equal(error.isOutcomeUnknown, isOutcomeUnknown);
    assert.equal(error.isOutage, isOutage);
  });
}

test('should say what the service said', () => {
  const fields = [{ field: 'name', message: 'Missing' }];

  const error = new ServiceError('refused', {
    message: 'Name is missing',
    status: 400,
    errorType: 'bad_request',
    retryAfter: 3,
    fields,
  });

  const { name, message, status, errorType, retryAfter } = error;
  assert.deepEqual(
    { name, message, status, errorType, retryAfter, fields: error.fields },
    { name: 'ServiceError', message: 'Name is missing', status: 400, errorType: 'bad_request', retryAfter: 3, fields },
  );
});
