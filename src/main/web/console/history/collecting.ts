import type { Execution, Page } from '../api/contract';

/** Most executions that are exported at once. */
export const MOST_ROWS = 10_000;
/** Pages that are asked for at most: with a filter, a page may have found nothing. */
const MOST_PAGES = 400;

export interface Collected {
  readonly executions: readonly Execution[];
  /** Whether there are older ones that were not taken. */
  readonly isCut: boolean;
}

/**
 * All executions of a list, newest first, up to a bound.
 *
 * @param progress hears after each page how many there are
 * @throws ServiceError if a page could not be read: half a list would pass for a whole one
 */
export async function collect(
  read: (before: string | undefined) => Promise<Page<Execution>>,
  progress: (count: number) => void,
): Promise<Collected> {
  const executions: Execution[] = [];
  let next: string | null | undefined;
  for (let page = 0; page < MOST_PAGES && next !== null && executions.length < MOST_ROWS; page++) {
    const found = await read(next);
    executions.push(...found.entries);
    next = found.next;
    progress(Math.min(executions.length, MOST_ROWS));
  }
  return { executions: executions.slice(0, MOST_ROWS), isCut: next !== null || executions.length > MOST_ROWS };
}
