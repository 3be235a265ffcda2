import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPending, isRetriable, retryAll } from 'web/console/history/background';

test('should try again what has failed in the background and was not given up', () => {
  assert.equal(isRetriable({ state: 'failed', outcome: 'timeout' }), true);
  assert.equal(isRetriable({ state: 'failed', outcome: 'cancelled' }), false);
  assert.equal(isRetriable({ state: 'pending', outcome: 'accepted' }), false);
  assert.equal(isRetriable({ state: null, outcome: 'timeout' }), false);
  assert.equal(isRetriable({ outcome: 'timeout' }), false);
});

test('should give up only what waits in the background', () => {
  assert.equal(isPending({ state: 'pending' }), true);
  assert.equal(isPending({ state: 'succeeded' }), false);
  assert.equal(isPending({ state: null }), false);
});

/** Answers of the service, one after another. */
function answering(...counts: readonly number[]): { call(): Promise<number>; calls: number } {
  const service = { calls: 0, call: () => Promise.resolve(counts[service.calls++] ?? 0) };
  return service;
}

test('should try all again, however many calls that takes', async () => {
  const few = answering(12);
  const many = answering(1000, 1000, 3);
  const none = answering(0);

  assert.deepEqual([await retryAll(few.call), few.calls], [12, 1]);
  assert.deepEqual([await retryAll(many.call), many.calls], [2003, 3]);
  assert.deepEqual([await retryAll(none.call), none.calls], [0, 1]);
});

test('should not try for ever what fails as fast as it is tried', async () => {
  const service = answering(...Array.from({ length: 100 }, () => 1000));

  await retryAll(service.call);

  assert.equal(service.calls, 20);
});
