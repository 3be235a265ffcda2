/** Which executions somebody wants to see, by the names of the service's parameters. The same names stand in addresses. */
export interface HistoryFilters {
  readonly action_id?: string;
  readonly success?: 'true' | 'false';
  readonly outcome?: string;
  /** How they stand in the background. */
  readonly state?: 'pending' | 'succeeded' | 'failed';
  readonly user_id?: string;
  readonly contact_id?: string;
  /** RFC 3339, UTC. */
  readonly from?: string;
  readonly to?: string;
}

export type FilterName = keyof HistoryFilters;

export const NO_FILTERS: HistoryFilters = {};

const NAMES: readonly FilterName[] = [
  'action_id',
  'success',
  'outcome',
  'state',
  'user_id',
  'contact_id',
  'from',
  'to',
];
const STATES = ['pending', 'succeeded', 'failed'];
const MOST_CHARACTERS = 500;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** The filters of an address. What cannot be one is as good as absent, since an address is easily cut or mistyped. */
export function filtersIn(parameters: URLSearchParams): HistoryFilters {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = readable(name, parameters.get(name) ?? '');
      return value ? [[name, value]] : [];
    }),
  );
}

/** The parameters of filters, always in the same order. */
export function parametersOf(filters: HistoryFilters): URLSearchParams {
  return new URLSearchParams(
    NAMES.flatMap((name) => {
      const value = filters[name];
      return value ? [[name, value]] : [];
    }),
  );
}

export function isSame(one: HistoryFilters, other: HistoryFilters): boolean {
  return parametersOf(one).toString() === parametersOf(other).toString();
}

/** Filters with some changed; an empty text takes one away. */
export function changed(filters: HistoryFilters, change: Partial<Record<FilterName, string>>): HistoryFilters {
  return filtersIn(new URLSearchParams({ ...filters, ...change }));
}

/** How many are set. */
export function countOf(filters: HistoryFilters): number {
  return parametersOf(filters).size;
}

function readable(name: FilterName, value: string): string | undefined {
  if (name === 'success') {
    return value === 'true' || value === 'false' ? value : undefined;
  }
  if (name === 'state') {
    return STATES.includes(value) ? value : undefined;
  }
  if (name === 'from' || name === 'to') {
    return time(value);
  }
  return value.length <= MOST_CHARACTERS && !/\p{Cc}/u.test(value) ? value : undefined;
}

function time(value: string): string | undefined {
  const read = new Date(value);
  if (!TIME.test(value) || Number.isNaN(read.getTime())) {
    return undefined;
  }
  // Another zone may have led out of the years with four digits.
  const normal = read.toISOString();
  return TIME.test(normal) ? normal.replace('.000Z', 'Z') : undefined;
}
