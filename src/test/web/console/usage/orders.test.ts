import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionStats } from 'web/console/api/contract';
import { type Order, sorted } from 'web/console/usage/orders';

const A: ActionStats = {
  action_id: 'a',
  executions: 100,
  failures: 10,
  p50_ms: 5,
  p95_ms: 50,
  last_executed_at: '2026-03-01T00:00:00Z',
  daily: [],
};
const B: ActionStats = { ...A, action_id: 'b', executions: 10, failures: 9, p50_ms: 50, p95_ms: 60 };
const C: ActionStats = { ...A, action_id: 'c', executions: 50, failures: 0, last_executed_at: '2026-03-04T00:00:00Z' };

const ORDERS: ReadonlyArray<[order: Order, ids: string]> = [
  ['runs', 'a c b'],
  ['failed', 'a b c'],
  ['success', 'b a c'],
  ['p50', 'b a c'],
  ['p95', 'b a c'],
  ['last', 'c a b'],
];

for (const [order, ids] of ORDERS) {
  test(`should sort by ${order}`, () => {
    assert.equal(
      sorted([C, B, A], order)
        .map(({ action_id }) => action_id)
        .join(' '),
      ids,
    );
  });
}
