import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExecutionResult, ToastType } from 'web/embed/contract';
import { isAccepted, isGeneral, textOf } from 'web/embed/result-text';
import { ENGLISH } from 'web/embed/words/english';
import { GERMAN } from 'web/embed/words/german';

function result(outcome: string, message: string, toast = message, type: ToastType = 'error'): ExecutionResult {
  return { success: outcome === 'success', message, toast: { message: toast, type }, outcome };
}

const DONE = result('success', 'Webhook executed successfully');
const read = (given: ExecutionResult, labels = GERMAN) => textOf(given, 'Refund', labels);

test("should say an outcome in the agent's words", () => {
  assert.equal(read(DONE), 'Erledigt');
  assert.equal(read(result('success', 'JavaScript action executed', 'Action completed')), 'Erledigt');
  assert.equal(read(result('tls', 'Webhook could not agree')), GERMAN.outcomes.connect);
  assert.equal(read(result('script_error', 'JavaScript error: x is\nnot defined (line 1)')), GERMAN.outcomes.setup);
  assert.equal(read(result('reported_failure', 'Webhook reported a failure')), GERMAN.outcomes.reported_failure);
  assert.equal(
    read({ success: false, message: 'Webhook timed out after 10 s', outcome: 'timeout' }, ENGLISH),
    ENGLISH.outcomes.timeout,
  );
});

test('should leave what an author wrote', () => {
  assert.equal(read(result('success', 'Webhook executed successfully', 'Ticket #7')), 'Ticket #7');
  assert.equal(read(result('upstream_status', 'Webhook returned status 422', 'Not created')), 'Not created');
  assert.equal(read(result('reported_failure', 'Card declined')), 'Card declined');
  assert.equal(read(result('script_error', 'The customer has no plan')), 'The customer has no plan');
});

test('should leave what the service says where there are no other words', () => {
  assert.equal(read(DONE, ENGLISH), 'Webhook executed successfully');
  assert.equal(read(result('new_outcome', 'Something new')), 'Something new');
  assert.equal(read({ success: false, message: 'Old service' }), 'Old service');
  assert.equal(read(result('invalid', 'contact.email is missing'), ENGLISH), 'contact.email is missing');
});

test('should say of what goes on in the background that it has begun', () => {
  assert.equal(read(result('success', 'Webhook accepted', 'Refund is under way', 'info')), 'Refund ist unterwegs');
});

test('should know what has only been taken on', () => {
  const taken = { success: true, message: 'Webhook accepted', outcome: 'accepted' };

  assert.equal(read({ ...taken, toast: { message: 'Refund is under way', type: 'info' } }), 'Refund ist unterwegs');
  assert.ok(isAccepted(taken));
  assert.ok(!isAccepted(DONE));
  assert.ok(!isAccepted({ ...taken, success: false, message: 'Too many wait', outcome: 'overloaded' }));
});

test('should name the action where nothing else tells notices apart', () => {
  assert.ok(isGeneral(DONE));
  assert.ok(!isGeneral(result('success', 'Webhook executed successfully', 'Ticket #7')));
  assert.ok(!isGeneral(result('timeout', 'Webhook timed out')));
});
