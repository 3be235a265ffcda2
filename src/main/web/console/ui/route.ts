/** The parts of an action's page. */
export const TABS = ['settings', 'try', 'history', 'changes'] as const;
export type Tab = (typeof TABS)[number];

/** What is shown beside the list. */
export type Route =
  | { readonly page: 'list' }
  | NewRoute
  | { readonly page: 'transfer' }
  | { readonly page: 'secrets' }
  | { readonly page: 'action'; readonly id: string; readonly tab: Tab };

/** The form of a new action. */
export interface NewRoute {
  readonly page: 'new';
  /** The action that it is a copy of. */
  readonly from?: string;
  /** What it begins with: the name of a preset, or `curl`. */
  readonly start?: string;
}

/** What an address leads to. The address is all that a reload or a link needs. */
export function routeOf(query: string): Route {
  const parameters = new URLSearchParams(query);
  const id = parameters.get('action');
  if (id) {
    const tab = TABS.find((known) => known === parameters.get('tab')) ?? 'settings';
    return { page: 'action', id, tab };
  }
  if (parameters.has('secrets')) {
    return { page: 'secrets' };
  }
  if (parameters.has('transfer')) {
    return { page: 'transfer' };
  }
  return parameters.has('new') ? newRoute(parameters) : { page: 'list' };
}

function newRoute(parameters: URLSearchParams): NewRoute {
  const from = parameters.get('from');
  const start = parameters.get('start');
  return { page: 'new', ...(from ? { from } : {}), ...(start ? { start } : {}) };
}

/** The query of a route's address. */
export function queryOf(route: Route): string {
  switch (route.page) {
    case 'list':
      return '';
    case 'new': {
      const { from, start } = route;
      const more = new URLSearchParams({ ...(from ? { from } : {}), ...(start ? { start } : {}) });
      return `?new${more.size > 0 ? `&${more}` : ''}`;
    }
    case 'transfer':
      return '?transfer';
    case 'secrets':
      return '?secrets';
    case 'action': {
      const query = new URLSearchParams({ action: route.id });
      if (route.tab !== 'settings') {
        query.set('tab', route.tab);
      }
      return `?${query}`;
    }
  }
}

/** Whether two routes show the same action, whichever part of it, or the same form of a new one. */
export function isSamePage(one: Route, other: Route): boolean {
  if (one.page === 'new' && other.page === 'new') {
    return one.from === other.from && one.start === other.start;
  }
  return one.page === other.page && (one.page !== 'action' || (other.page === 'action' && one.id === other.id));
}
