import type { Command } from '../palette/commands';
import type { Route } from '../ui/route';
import { TYPE_NAMES } from '../ui/words';
import type { Catalog } from './catalog';
import { words } from '../words/spoken';

const PAGE = words.app.page;

/** Pages of managers, and their names. */
const PAGES: ReadonlyArray<readonly [id: string, name: string, route: Route]> = [
  ['new', words.common.newAction, { page: 'new' }],
  ['curl', words.app.newFromCurl, { page: 'new', start: 'curl' }],
  ['secrets', words.common.secrets, { page: 'secrets' }],
  ['history', words.app.historyOfAll, { page: 'history', filters: {} }],
  ['usage', words.common.usage, { page: 'usage', days: 30 }],
  ['transfer', words.common.exportImport, { page: 'transfer' }],
];

/** All that can be gone to and done from anywhere. */
export function commandsFor(
  catalog: Catalog,
  go: (route: Route) => void,
  help: () => void,
  signOut: () => void,
): readonly Command[] {
  const pages = catalog.isManager ? PAGES : [];
  return [
    ...(catalog.actions ?? []).map(({ id, name, action_type }) => ({
      id,
      name,
      kind: TYPE_NAMES[action_type],
      run: () => go({ page: 'action', id, tab: 'settings' }),
    })),
    ...pages.map(([id, name, route]) => ({ id, name, kind: PAGE, run: () => go(route) })),
    { id: 'list', name: words.common.allActions, kind: PAGE, run: () => go({ page: 'list' }) },
    { id: 'shortcuts', name: words.common.shortcuts, kind: words.app.help, run: help },
    { id: 'sign-out', name: words.common.signOut, kind: words.app.session, run: signOut },
  ];
}
