import type { Command } from '../palette/commands';
import type { Route } from '../ui/route';
import { TYPE_NAMES } from '../ui/words';
import type { Catalog } from './catalog';

const PAGE = 'Page';

/** Pages of managers, and their names. */
const PAGES: ReadonlyArray<readonly [id: string, name: string, route: Route]> = [
  ['new', 'New action', { page: 'new' }],
  ['curl', 'New action from cURL', { page: 'new', start: 'curl' }],
  ['secrets', 'Secrets', { page: 'secrets' }],
  ['history', 'History of all actions', { page: 'history', filters: {} }],
  ['usage', 'Usage', { page: 'usage', days: 30 }],
  ['transfer', 'Export and import', { page: 'transfer' }],
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
    { id: 'list', name: 'All actions', kind: PAGE, run: () => go({ page: 'list' }) },
    { id: 'shortcuts', name: 'Keyboard shortcuts', kind: 'Help', run: help },
    { id: 'sign-out', name: 'Sign out', kind: 'Session', run: signOut },
  ];
}
