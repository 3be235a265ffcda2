import type { ActionType, CustomAction } from '../api/contract';

export type SortKey = 'place' | 'name' | 'newest' | 'changed';

/** What of the list is shown, and in which order. */
export interface Filters {
  readonly search: string;
  readonly activity: '' | 'active' | 'inactive';
  readonly type: '' | ActionType;
  readonly sort: SortKey;
}

export const ALL: Filters = { search: '', activity: '', type: '', sort: 'place' };

const ORDERS: Readonly<Record<SortKey, (one: CustomAction, other: CustomAction) => number>> = {
  // As the service lists them.
  place: () => 0,
  name: (one, other) => one.name.localeCompare(other.name, undefined, { numeric: true, sensitivity: 'base' }),
  newest: (one, other) => other.created_at.localeCompare(one.created_at),
  changed: (one, other) => other.updated_at.localeCompare(one.updated_at),
};

export function applied(filters: Filters, actions: readonly CustomAction[]): readonly CustomAction[] {
  const searched = filters.search.trim().toLocaleLowerCase();
  return actions
    .filter(
      (action) =>
        action.name.toLocaleLowerCase().includes(searched) &&
        (filters.activity === '' || action.is_active === (filters.activity === 'active')) &&
        (filters.type === '' || action.action_type === filters.type),
    )
    .sort(ORDERS[filters.sort]);
}

/** Whether every action is shown in the order of the buttons, which alone is an order that can be changed. */
export function areOff(filters: Filters): boolean {
  return filters.search.trim() === '' && !filters.activity && !filters.type && filters.sort === 'place';
}
