import type { Execution } from '../api/contract';

/** What the service tries again in one call. */
const AT_ONCE = 1_000;
/** After which as many are tried again as may wait for an organization. */
const CALLS = 20;

type Stood = Pick<Execution, 'state' | 'outcome'>;

/** Whether it may be sent again. What somebody has given up stays given up. */
export function isRetriable({ state, outcome }: Stood): boolean {
  return state === 'failed' && outcome !== 'cancelled';
}

export function isPending({ state }: Pick<Execution, 'state'>): boolean {
  return state === 'pending';
}

/**
 * Tries all again.
 *
 * @param call tries some again; how many
 * @returns how many
 */
export async function retryAll(call: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (let calls = 0; calls < CALLS; calls++) {
    const count = await call();
    sum += count;
    if (count < AT_ONCE) {
      break;
    }
  }
  return sum;
}
