import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedCall, failureOf, saidBy } from 'web/embed/failure';
import { ServiceError } from 'web/shared/service-error';

const retry = () => {};

test('should offer another try of what had no effect only', () => {
  const failed = (outcome: string) =>
    failureOf({ success: false, message: 'x', outcome }, 'x', 'Refund', retry).remedy?.kind;

  assert.equal(failed('connect'), 'retry');
  assert.equal(failed('circuit_open'), 'retry');
  assert.equal(failed('timeout'), undefined);
  assert.equal(failed('upstream_status'), undefined);
  assert.equal(failed('error'), undefined);
});

test('should offer the same click again where nobody knows how it ended', () => {
  const offered = (error: ServiceError) => failedCall(error, 'x', 'Refund', retry).remedy?.kind;

  assert.equal(offered(new ServiceError('unreachable')), 'retry');
  assert.equal(offered(new ServiceError('throttled', { status: 429 })), 'retry');
  assert.equal(offered(new ServiceError('refused', { status: 400 })), undefined);
});

test('should name the action and tell the details', () => {
  const { title, details } = failureOf(
    {
      success: false,
      message: 'Webhook returned status 422 Unprocessable Entity',
      toast: { type: 'error', message: 'Not created' },
      data: { errors: [{ detail: 'No such plan' }] },
      execution_id: 'e-1',
      outcome: 'upstream_status',
    },
    'Not created',
    'Create ticket',
    retry,
  );

  assert.equal(title, 'Create ticket');
  assert.deepEqual(details, {
    status: 'Webhook returned status 422 Unprocessable Entity',
    answer: 'No such plan',
    executionId: 'e-1',
  });
});

test('should tell in the details what the agent does not read', () => {
  const error = new ServiceError('refused', { status: 403, errorType: 'forbidden', message: 'Not for your role' });

  assert.deepEqual(failedCall(error, 'Das dürfen Sie nicht.', 'Refund', retry).details, {
    status: '403 forbidden',
    answer: 'Not for your role',
  });
  assert.deepEqual(failedCall(error, 'Not for your role', 'Refund', retry).details, { status: '403 forbidden' });
});

test('should find the words of an answer', () => {
  assert.equal(saidBy({ error: { message: ' Card declined ' } }), 'Card declined');
  assert.equal(saidBy({ body: 'x'.repeat(600) })?.length, 500);
  assert.equal(saidBy({ id: 7, message: '' }), undefined);
  assert.equal(saidBy(null), undefined);
  assert.equal(saidBy(undefined), undefined);
});
