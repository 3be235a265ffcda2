import { html, nothing, type TemplateResult } from 'lit';
import { historyIcon, usageIcon } from '../ui/icons';
import { queryOf, type Route, USUAL_PERIOD } from '../ui/route';
import { words } from '../words/spoken';

const PAGES: ReadonlyArray<[route: Route, name: string, icon: () => unknown]> = [
  [{ page: 'history', filters: {} }, words.common.history, historyIcon],
  [{ page: 'usage', days: USUAL_PERIOD }, words.common.usage, usageIcon],
];

/** Links to the pages that are about all actions. */
export function pagesNav(shown: Route['page'] | undefined): TemplateResult {
  return html`<nav class="pages-nav" aria-label=${words.common.allActions}>
    ${PAGES.map(
      ([route, name, icon]) =>
        html`<a
          class="button small"
          href=${queryOf(route)}
          data-page-link=${route.page}
          aria-current=${route.page === shown ? 'page' : nothing}
          >${icon()}${name}</a
        >`,
    )}
  </nav>`;
}
