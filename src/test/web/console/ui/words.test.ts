import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationOf, timeOf } from 'web/console/ui/words';

test('should give durations in a unit that is read at a glance', () => {
  assert.equal(durationOf(0), '0 ms');
  assert.equal(durationOf(999), '999 ms');
  assert.equal(durationOf(1000), '1.0 s');
  assert.equal(durationOf(61_249), '61.2 s');
});

test('should show a time in the words of whoever reads it', () => {
  assert.match(timeOf('2026-03-04T12:00:00Z'), /2026/);
  assert.notEqual(timeOf('2026-03-04T12:00:00Z'), '2026-03-04T12:00:00Z');
});

test('should show what is no time as it is', () => {
  assert.equal(timeOf('soon'), 'soon');
});
