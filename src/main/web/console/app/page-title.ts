import type { Route } from '../ui/route';
import { words } from '../words/spoken';

const PRODUCT = 'Custom actions';

/** Of pages that show no single action. */
const PAGES: Readonly<Record<string, string>> = {
  new: words.common.newAction,
  secrets: words.common.secrets,
  transfer: words.common.exportImport,
  history: words.common.history,
  usage: words.common.usage,
};

const TABS: Readonly<Record<string, string>> = {
  try: words.common.tryIt,
  history: words.common.history,
  changes: words.common.changes,
};

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
