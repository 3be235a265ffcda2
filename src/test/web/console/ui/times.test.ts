import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agoOf, exactTimeOf, localTimeOf, timeFromLocal } from 'web/console/ui/times';

const NOW = Date.parse('2026-03-04T12:00:00Z');

const PASSED: ReadonlyArray<[timestamp: string, words: string]> = [
  ['2026-03-04T12:00:00Z', 'now'],
  ['2026-03-04T11:59:16Z', 'now'],
  // The service's clock may be ahead.
  ['2026-03-04T12:00:40Z', 'now'],
  ['2026-03-04T11:59:10Z', '1 min. ago'],
  ['2026-03-04T11:01:00Z', '59 min. ago'],
  ['2026-03-04T11:00:00Z', '1 hr. ago'],
  ['2026-03-03T12:00:01Z', '23 hr. ago'],
  ['2026-03-03T12:00:00Z', 'yesterday'],
  ['2026-02-25T12:00:01Z', '6 days ago'],
  ['2026-02-25T12:00:00Z', 'Feb 25, 2026'],
  ['2026-03-04T12:05:00Z', 'in 5 min.'],
  ['2026-03-04T13:59:00Z', 'in 1 hr.'],
  ['2026-04-04T12:00:00Z', 'Apr 4, 2026'],
  ['soon', 'soon'],
  ['', ''],
];

for (const [timestamp, words] of PASSED) {
  test(`should say "${words}" for ${timestamp}`, () => {
    assert.equal(agoOf(timestamp, NOW, 'en'), words);
  });
}

test('should give a time to the second and with its zone', () => {
  // Not every zone is whole hours from UTC.
  const minutes = String(new Date('2026-03-04T12:34:56Z').getMinutes()).padStart(2, '0');

  assert.match(exactTimeOf('2026-03-04T12:34:56Z', 'en'), new RegExp(`2026.*:${minutes}:56.*(?:UTC|GMT|[A-Z]{3,})`));
  assert.equal(exactTimeOf('soon'), 'soon');
});

test('should lead from a time to what a field holds and back', () => {
  const local = localTimeOf('2026-03-04T12:34:56Z');

  assert.match(local, /^2026-03-0\dT\d\d:\d\d$/);
  assert.equal(timeFromLocal(local), '2026-03-04T12:34:00.000Z');
});

test('should hold nothing for what is no time', () => {
  assert.equal(localTimeOf(''), '');
  assert.equal(localTimeOf('soon'), '');
  assert.equal(timeFromLocal(''), '');
  assert.equal(timeFromLocal('soon'), '');
});
