import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CustomAction } from '../api/contract';
import { type HistoryFilters, NO_FILTERS } from '../api/history-filters';
import type { ConsoleServices } from '../editor/action-page';
import type { NewRoute, Route } from '../ui/route';
import { trouble } from '../ui/trouble';
import type { Catalog } from './catalog';
import type { PageKeys } from './page-keys';
import { words } from '../words/spoken';

/** What stands beside the list: an action, the form of a new one, or why neither does. */
export function detail(route: Route, catalog: Catalog, services: ConsoleServices, keys: PageKeys): unknown {
  switch (route.page) {
    case 'list':
      return html`<console-start
        class="panel page idle ${catalog.actions?.length === 0 ? 'first' : ''}"
        .actions=${catalog.actions ?? []}
        .isReadOnly=${!catalog.isManager}
        .go=${(next: Route) => services.go(next)}
      ></console-start>`;
    case 'new':
      return catalog.isManager ? newPage(route, catalog, services, keys) : instead(words.app.mayNotCreate, services);
    case 'transfer':
      return catalog.isManager
        ? html`<console-transfer
            class="panel page"
            .console=${services}
            .actions=${catalog.actions ?? []}
            .imported=${() => void catalog.load()}
          ></console-transfer>`
        : instead(words.app.mayNotTransfer, services);
    case 'secrets':
      return catalog.isManager
        ? html`<console-secrets
            class="panel page"
            .console=${services}
            .actions=${catalog.actions ?? []}
          ></console-secrets>`
        : instead(words.app.mayNotSeeSecrets, services);
    case 'history':
      return catalog.isManager
        ? html`<console-history
            class="panel page"
            .api=${services.api}
            .actions=${catalog.actions ?? []}
            .filters=${route.filters}
            .change=${(filters: HistoryFilters) => services.settle({ ...route, filters })}
            .ask=${services.ask}
            .leave=${() => services.leave()}
          ></console-history>`
        : instead(words.app.mayNotSeeHistory, services);
    case 'usage':
      return catalog.isManager
        ? html`<console-usage
            class="panel page"
            .api=${services.api}
            .actions=${catalog.actions ?? []}
            .days=${route.days}
            .leave=${() => services.leave()}
          ></console-usage>`
        : instead(words.app.mayNotSeeUsage, services);
    case 'action': {
      const action = catalog.find(route.id) ?? catalog.findGone(route.id);
      if (action) {
        return actionPage(action, route, catalog, services, keys.of(action.id));
      }
      return catalog.isManager
        ? html`<console-deleted-action
            class="panel page"
            .console=${services}
            .actionId=${route.id}
          ></console-deleted-action>`
        : instead(words.common.noSuchAction, services);
    }
  }
}

/** Another form for each copy and each starting point. */
function newPage(route: NewRoute, catalog: Catalog, services: ConsoleServices, keys: PageKeys): unknown {
  const copied = route.from ? catalog.find(route.from) : undefined;
  const key = keys.ofNew(`${route.from ?? ''} ${route.start ?? ''}`);
  return actionPage(undefined, route, catalog, services, key, { copied, start: route.start ?? '' });
}

function actionPage(
  action: CustomAction | undefined,
  route: Route,
  catalog: Catalog,
  services: ConsoleServices,
  key: string,
  begin: { readonly copied?: CustomAction | undefined; readonly start: string } = { start: '' },
): unknown {
  return keyed(
    key,
    html`<console-action-page
      class="panel page"
      .console=${services}
      .action=${action}
      .isReadOnly=${!catalog.isManager}
      .isDeleted=${action !== undefined && !catalog.find(action.id)}
      .tab=${route.page === 'action' ? route.tab : 'settings'}
      .filters=${(route.page === 'action' && route.filters) || NO_FILTERS}
      .tried=${route.page === 'action' ? route.contact : undefined}
      .place=${catalog.nextPlace}
      .copied=${begin.copied}
      .start=${begin.start}
    ></console-action-page>`,
  );
}

function instead(message: string, services: ConsoleServices): unknown {
  return html`<section class="panel page">${trouble(message, () => services.leave(), words.common.back)}</section>`;
}
