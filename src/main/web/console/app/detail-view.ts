import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CustomAction } from '../api/contract';
import type { ConsoleServices } from '../editor/action-page';
import type { NewRoute, Route } from '../ui/route';
import { trouble } from '../ui/trouble';
import type { Catalog } from './catalog';

/** What stands beside the list: an action, the form of a new one, or why neither does. */
export function detail(route: Route, catalog: Catalog, services: ConsoleServices): unknown {
  switch (route.page) {
    case 'list':
      return html`<console-start
        class="panel page idle ${catalog.actions?.length === 0 ? 'first' : ''}"
        .actions=${catalog.actions ?? []}
        .isReadOnly=${!catalog.isManager}
        .go=${(next: Route) => services.go(next)}
      ></console-start>`;
    case 'new':
      return catalog.isManager
        ? newPage(route, catalog, services)
        : instead('Only managers can create actions.', services);
    case 'transfer':
      return catalog.isManager
        ? html`<console-transfer
            class="panel page"
            .console=${services}
            .actions=${catalog.actions ?? []}
            .imported=${() => void catalog.load()}
          ></console-transfer>`
        : instead('Only managers can export and import actions.', services);
    case 'secrets':
      return catalog.isManager
        ? html`<console-secrets class="panel page" .console=${services}></console-secrets>`
        : instead('Only managers can see secrets.', services);
    case 'action': {
      const action = catalog.find(route.id);
      return action
        ? actionPage(action, route, catalog, services)
        : instead('This action does not exist or has been deleted.', services);
    }
  }
}

/** Another form for each copy and each starting point. */
function newPage(route: NewRoute, catalog: Catalog, services: ConsoleServices): unknown {
  const from = route.from ? catalog.find(route.from) : undefined;
  return keyed(
    `new ${route.from ?? ''} ${route.start ?? ''}`,
    html`<console-action-page
      class="panel page"
      .console=${services}
      .isReadOnly=${!catalog.isManager}
      .place=${catalog.nextPlace}
      .copied=${from}
      .start=${route.start ?? ''}
    ></console-action-page>`,
  );
}

function actionPage(action: CustomAction, route: Route, catalog: Catalog, services: ConsoleServices): unknown {
  return keyed(
    action.id,
    html`<console-action-page
      class="panel page"
      .console=${services}
      .action=${action}
      .isReadOnly=${!catalog.isManager}
      .tab=${route.page === 'action' ? route.tab : 'settings'}
      .place=${catalog.nextPlace}
    ></console-action-page>`,
  );
}

function instead(message: string, services: ConsoleServices): unknown {
  return html`<section class="panel page">${trouble(message, () => services.leave(), 'Back to the list')}</section>`;
}
