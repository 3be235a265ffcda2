import type { Route } from '../ui/route';

const PRODUCT = 'Custom actions';

/** Of pages that show no single action. */
const PAGES: Readonly<Record<string, string>> = {
  new: 'New action',
  secrets: 'Secrets',
  transfer: 'Export and import',
  history: 'History',
  usage: 'Usage',
};

const TABS: Readonly<Record<string, string>> = { try: 'Try it', history: 'History', changes: 'Changes' };

/**
 * What the browser's tab says, so that tabs can be told apart.
 *
 * @param nameOf the name of an action; undefined where there is none
 */
export function titleOf(route: Route, nameOf: (id: string) => string | undefined): string {
  const parts = route.page === 'action' ? [nameOf(route.id), TABS[route.tab]] : [PAGES[route.page]];
  const page = parts.filter(Boolean).join(': ');
  return page ? `${page} – ${PRODUCT}` : PRODUCT;
}
