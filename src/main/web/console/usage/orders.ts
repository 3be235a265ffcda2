import type { ActionStats } from '../api/contract';

/** What the table of actions can be sorted by. */
export type Order = 'runs' | 'failed' | 'success' | 'p50' | 'p95' | 'last';

/** The first is what somebody looks for: the busiest, the worst, the slowest, the latest. */
const ORDERS: Readonly<Record<Order, (one: ActionStats, other: ActionStats) => number>> = {
  runs: (one, other) => other.executions - one.executions,
  failed: (one, other) => other.failures - one.failures,
  success: (one, other) => other.failures / other.executions - one.failures / one.executions,
  p50: (one, other) => other.p50_ms - one.p50_ms,
  p95: (one, other) => other.p95_ms - one.p95_ms,
  last: (one, other) => other.last_executed_at.localeCompare(one.last_executed_at),
};

export function sorted(actions: readonly ActionStats[], order: Order): readonly ActionStats[] {
  return [...actions].sort((one, other) => ORDERS[order](one, other) || ORDERS.runs(one, other));
}
