import { html, nothing, type TemplateResult } from 'lit';
import { historyIcon, usageIcon } from '../ui/icons';
import { queryOf, type Route, USUAL_PERIOD } from '../ui/route';

const PAGES: ReadonlyArray<[route: Route, name: string, icon: () => unknown]> = [
  [{ page: 'history', filters: {} }, 'History', historyIcon],
  [{ page: 'usage', days: USUAL_PERIOD }, 'Usage', usageIcon],
];

/** Links to the pages that are about all actions. */
export function pagesNav(shown: Route['page'] | undefined): TemplateResult {
  return html`<nav class="pages-nav" aria-label="All actions">
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
