import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionStats, DailyStats, Execution } from 'web/console/api/contract';
import { boundsOf, daysOf, rowsOf, successOf, sumOf } from 'web/console/usage/usage';

const NOW = Date.parse('2026-03-04T00:30:00Z');

function stats(action_id: string, ...daily: readonly DailyStats[]): ActionStats {
  return { action_id, ...sumOf(daily), p50_ms: 10, p95_ms: 90, last_executed_at: '2026-03-04T00:00:00Z', daily };
}

function day(date: string, executions: number, failures = 0): DailyStats {
  return { date, executions, failures };
}

const OUTCOMES = new Map([
  ['+', 'success'],
  ['p', 'accepted'],
]);

/** The newest first: `+` succeeded, `-` failed, `?` has not ended, `p` waits in the background, `t` is a trial that failed. */
function runs(action_id: string, how: string, created_at = '2026-03-04T00:00:00Z'): readonly Execution[] {
  return [...how].map(
    (one) =>
      ({
        action_id,
        created_at,
        success: one === '+',
        outcome: OUTCOMES.get(one) ?? (one === '?' ? null : 'timeout'),
        state: one === 'p' ? 'pending' : null,
        trial: one === 't',
      }) as Execution,
  );
}

test('should add up all actions for each day, also for those without runs', () => {
  const days = daysOf(
    [stats('a', day('2026-03-02', 4, 1), day('2026-03-04', 1)), stats('b', day('2026-03-02', 6, 2))],
    4,
    NOW,
  );

  assert.deepEqual(days, [
    { date: '2026-03-01', executions: 0, failures: 0 },
    { date: '2026-03-02', executions: 10, failures: 3 },
    { date: '2026-03-03', executions: 0, failures: 0 },
    { date: '2026-03-04', executions: 1, failures: 0 },
  ]);
});

test('should leave out days that are not asked for', () => {
  assert.deepEqual(sumOf(daysOf([stats('a', day('2026-03-02', 4, 1))], 2, NOW)), { executions: 0, failures: 0 });
});

test('should know where a day begins and ends, also over the end of a year', () => {
  assert.deepEqual(boundsOf('2026-12-31'), { from: '2026-12-31T00:00:00Z', to: '2027-01-01T00:00:00Z' });
});

const SUCCESSES: ReadonlyArray<[executions: number, failures: number, words: string]> = [
  [0, 0, '–'],
  [1, 0, '100%'],
  [1, 1, '0%'],
  [3, 1, '67%'],
  [200, 1, '99.5%'],
  [1_000_000, 1, '99.9%'],
  [1000, 999, '<1%'],
  [1000, 1000, '0%'],
];

for (const [executions, failures, words] of SUCCESSES) {
  test(`should say ${words} where ${failures} of ${executions} failed`, () => {
    assert.equal(successOf({ executions, failures }), words);
  });
}

const NEWEST: ReadonlyArray<[how: string, failing: string | undefined]> = [
  ['-', 'The last run failed'],
  ['--+', '2 of the last 3 runs failed'],
  ['-+', '1 of the last 2 runs failed'],
  ['-++', undefined],
  ['+----', undefined],
  ['-----+++++', '5 of the last 5 runs failed'],
  // Those that have not ended and trials say nothing.
  ['?-', 'The last run failed'],
  ['t+', undefined],
  ['p+', undefined],
  ['ppp', undefined],
];

for (const [how, failing] of NEWEST) {
  test(`should say ${failing ?? 'nothing'} after ${how}`, () => {
    const rows = rowsOf([stats('a', day('2026-03-04', 20, 1))], runs('a', how), NOW);

    assert.equal(rows.get('a')?.failing, failing);
    assert.equal(rows.get('a')?.p95_ms, 90);
  });
}

test('should go by the days where others have outrun an action', () => {
  const rows = rowsOf(
    [
      stats('bad', day('2026-03-04', 10, 5)),
      stats('good', day('2026-03-04', 10, 4)),
      stats('old', day('2026-03-03', 10, 10)),
      stats('unknown'),
    ],
    runs('other', '---'),
    NOW,
  );

  assert.equal(rows.get('bad')?.failing, '5 of 10 runs failed today');
  assert.deepEqual(
    [rows.get('good'), rows.get('old'), rows.get('unknown')].map((row) => row?.failing),
    [undefined, undefined, undefined],
  );
});

test('should take runs of the day before yesterday for no failing now', () => {
  const rows = rowsOf([stats('a', day('2026-03-02', 3, 3))], runs('a', '---', '2026-03-02T00:00:00Z'), NOW);

  assert.equal(rows.get('a')?.failing, undefined);
});
