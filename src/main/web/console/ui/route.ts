/** The parts of an action's page. */
export const TABS = ['settings', 'try', 'history', 'changes'] as const;
export type Tab = (typeof TABS)[number];

/** What is shown beside the list. */
export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'new' }
  | { readonly page: 'secrets' }
  | { readonly page: 'action'; readonly id: string; readonly tab: Tab };

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
  return { page: parameters.has('new') ? 'new' : 'list' };
}

/** The query of a route's address. */
export function queryOf(route: Route): string {
  switch (route.page) {
    case 'list':
      return '';
    case 'new':
      return '?new';
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

/** Whether two routes show the same action, whichever part of it. */
export function isSamePage(one: Route, other: Route): boolean {
  return one.page === other.page && (one.page !== 'action' || (other.page === 'action' && one.id === other.id));
}
