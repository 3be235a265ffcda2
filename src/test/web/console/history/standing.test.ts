import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeWord, remarkOf, standingOf, standingWord, type Stood } from 'web/console/history/standing';

const DONE: Stood = { success: true, outcome: 'success', duration_ms: 12 };
const FAILED: Stood = { success: false, outcome: 'timeout', duration_ms: 10_000 };

const STANDINGS: ReadonlyArray<[execution: Stood, standing: string, word: string]> = [
  [DONE, 'done', 'Done'],
  [FAILED, 'failed', 'Failed'],
  // The version before stored no outcome.
  [{ success: false, outcome: null, duration_ms: 3 }, 'failed', 'Failed'],
  [{ success: true, outcome: null, duration_ms: null }, 'done', 'Done'],
  // It runs, or nobody knows.
  [{ success: false, outcome: null, duration_ms: null }, 'unknown', 'No outcome yet'],
  [{ ...FAILED, state: 'pending' }, 'pending', 'Pending'],
  [{ ...DONE, state: 'succeeded' }, 'done', 'Done'],
  [{ ...FAILED, state: 'failed' }, 'failed', 'Failed'],
  [{ ...FAILED, state: 'given up' }, 'unknown', 'Given up'],
  [{ ...DONE, state: 'constructor' }, 'unknown', 'Constructor'],
  [{ ...DONE, state: null }, 'done', 'Done'],
];

for (const [execution, standing, word] of STANDINGS) {
  test(`should say "${word}" for ${JSON.stringify(execution)}`, () => {
    assert.equal(standingOf(execution), standing);
    assert.equal(standingWord(execution), word);
  });
}

test('should say nothing more of a success that is like all others', () => {
  assert.equal(remarkOf({ ...DONE, message: 'Webhook executed successfully' }), '');
  assert.equal(remarkOf({ ...DONE, message: 'Ticket 12 is merged' }), 'Ticket 12 is merged');
  assert.equal(remarkOf({ ...FAILED, message: 'Webhook executed successfully' }), 'Webhook executed successfully');
});

test('should word the codes of the service, and make others readable', () => {
  assert.equal(outcomeWord('timeout'), 'Timeout');
  assert.equal(outcomeWord('cancelled'), 'Cancelled by a manager');
  assert.equal(outcomeWord('success'), 'Done');
  assert.equal(outcomeWord('gave_up_waiting'), 'Gave up waiting');
  assert.equal(outcomeWord('toString'), 'ToString');
  assert.equal(outcomeWord(''), '');
});
