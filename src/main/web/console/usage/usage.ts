import type { ActionStats, Execution } from '../api/contract';
import { fill } from '../words/fill';
import { language, words } from '../words/spoken';

const PERCENT = new Intl.NumberFormat(language.locale, { style: 'percent' });
const TENTHS = new Intl.NumberFormat(language.locale, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** How something was used. */
export interface Usage {
  readonly executions: number;
  readonly failures: number;
}

export interface DayUsage extends Usage {
  /** Such as 2026-03-04, in UTC. */
  readonly date: string;
}

/** What a row of the list tells of its action. */
export interface RowUsage extends Usage {
  readonly p95_ms: number;
  /** Why it counts as failing; absent if it does not. */
  readonly failing?: string;
}

/** Of an action that nobody ran. */
export const UNUSED: RowUsage = { executions: 0, failures: 0, p95_ms: 0 };

const DAY = 86_400_000;
/** So many of the newest runs say whether an action fails now. */
const NEWEST = 5;

export function sumOf(usages: readonly Usage[]): Usage {
  return {
    executions: usages.reduce((sum, usage) => sum + usage.executions, 0),
    failures: usages.reduce((sum, usage) => sum + usage.failures, 0),
  };
}

/** All days to today, the oldest first, also those on which nothing ran. */
export function daysOf(stats: readonly ActionStats[], count: number, now: number): readonly DayUsage[] {
  const byDate = new Map<string, Usage>();
  for (const { daily } of stats) {
    for (const day of daily) {
      byDate.set(day.date, sumOf([day, byDate.get(day.date) ?? NONE]));
    }
  }
  return Array.from({ length: count }, (_, index) => {
    const date = dateOf(now - (count - 1 - index) * DAY);
    return { date, ...(byDate.get(date) ?? NONE) };
  });
}

const NONE: Usage = { executions: 0, failures: 0 };

export function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The day's first moment, and that of the day after. */
export function boundsOf(date: string): { readonly from: string; readonly to: string } {
  const from = Date.parse(`${date}T00:00:00Z`);
  return { from: `${date}T00:00:00Z`, to: `${dateOf(from + DAY)}T00:00:00Z` };
}

/** How many succeeded, in percent; 100 and 0 only where it is all and none. */
export function successOf({ executions, failures }: Usage): string {
  if (executions === 0) {
    return '–';
  }
  const share = (executions - failures) / executions;
  if (share > 0.99 && failures > 0) {
    return TENTHS.format(Math.min(share, 0.999));
  }
  return failures < executions && share < 0.01 ? `<${PERCENT.format(0.01)}` : PERCENT.format(share);
}

/** What rows tell, by the ids of actions. */
export function rowsOf(
  stats: readonly ActionStats[],
  newest: readonly Execution[],
  now: number,
): ReadonlyMap<string, RowUsage> {
  const recent = recentOf(newest, now);
  return new Map(
    stats.map((of) => {
      const { action_id, executions, failures, p95_ms } = of;
      const failing = failingNow(recent.get(action_id)) ?? (recent.has(action_id) ? undefined : failingToday(of, now));
      return [action_id, { executions, failures, p95_ms, ...(failing ? { failing } : {}) }];
    }),
  );
}

/** Whether each of an action's newest runs failed, the newest first: those of a day that have ended and were no trials. */
function recentOf(newest: readonly Execution[], now: number): ReadonlyMap<string, readonly boolean[]> {
  const recent = new Map<string, boolean[]>();
  for (const { action_id, trial, outcome, success, state, created_at } of newest) {
    const isEnded = state !== 'pending' && (success || Boolean(outcome));
    if (action_id && !trial && isEnded && now - Date.parse(created_at) < DAY) {
      const runs = recent.get(action_id) ?? [];
      recent.set(action_id, runs);
      if (runs.length < NEWEST) {
        runs.push(!success);
      }
    }
  }
  return recent;
}

/** The last run failed, and so did at least half of those before it. */
function failingNow(runs: readonly boolean[] = []): string | undefined {
  const failed = runs.filter(Boolean).length;
  if (!runs[0] || failed * 2 < runs.length) {
    return undefined;
  }
  return runs.length === 1 ? words.usage.lastFailed : fill(words.usage.ofTheLast, { failed, count: runs.length });
}

/** Of an action that others have outrun, as well as the days tell. */
function failingToday({ daily }: ActionStats, now: number): string | undefined {
  const last = daily.at(-1);
  return last && last.date === dateOf(now) && last.failures * 2 >= last.executions
    ? fill(words.usage.ofToday, { failed: last.failures, count: last.executions })
    : undefined;
}
