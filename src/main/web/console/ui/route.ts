import { withLanguage } from '../words/language';
import { language } from '../words/spoken';
import { filtersIn, type HistoryFilters, parametersOf } from '../api/history-filters';

/** The parts of an action's page. */
export const TABS = ['settings', 'try', 'history', 'changes'] as const;
export type Tab = (typeof TABS)[number];

/** Days that the page of usage looks back. */
export const PERIODS = [7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];
export const USUAL_PERIOD: Period = 30;

/** What is shown beside the list. */
export type Route =
  | { readonly page: 'list' }
  | NewRoute
  | { readonly page: 'transfer' }
  | { readonly page: 'secrets' }
  | { readonly page: 'history'; readonly filters: HistoryFilters }
  | { readonly page: 'usage'; readonly days: Period }
  | ActionRoute;

export interface ActionRoute {
  readonly page: 'action';
  readonly id: string;
  readonly tab: Tab;
  /** What of its history is shown. */
  readonly filters?: HistoryFilters;
  /** Whom it is tried on. */
  readonly contact?: string;
}

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
    return { page: 'action', id, tab, ...within(tab, parameters) };
  }
  if (parameters.has('history')) {
    return { page: 'history', filters: filtersIn(parameters) };
  }
  if (parameters.has('usage')) {
    const days = PERIODS.find((known) => String(known) === parameters.get('days')) ?? USUAL_PERIOD;
    return { page: 'usage', days };
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

function within(tab: Tab, parameters: URLSearchParams): Pick<ActionRoute, 'filters' | 'contact'> {
  const { action_id: _, ...filters } = filtersIn(parameters);
  const contact = parameters.get('contact');
  return {
    ...(tab === 'history' && Object.keys(filters).length > 0 ? { filters } : {}),
    ...(tab === 'try' && contact ? { contact } : {}),
  };
}

/** The query of a route's address, which keeps the language that the address had. */
export function queryOf(route: Route): string {
  return withLanguage(ownQueryOf(route), language);
}

function ownQueryOf(route: Route): string {
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
    case 'history':
      return ['?history', ...parts(parametersOf(route.filters))].join('&');
    case 'usage':
      return route.days === USUAL_PERIOD ? '?usage' : `?usage&days=${route.days}`;
    case 'action': {
      const tab = new URLSearchParams(route.tab === 'settings' ? {} : { tab: route.tab });
      const filters = parametersOf(route.tab === 'history' ? (route.filters ?? {}) : {});
      const contact = new URLSearchParams(route.tab === 'try' && route.contact ? { contact: route.contact } : {});
      return `?${[new URLSearchParams({ action: route.id }), tab, filters, contact].flatMap(parts).join('&')}`;
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

function parts(parameters: URLSearchParams): readonly string[] {
  return parameters.size > 0 ? [parameters.toString()] : [];
}
