import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleOf } from 'web/console/app/page-title';
import type { Route } from 'web/console/ui/route';

const TITLES: ReadonlyArray<[route: Route, title: string]> = [
  [{ page: 'list' }, 'Custom actions'],
  [{ page: 'new' }, 'New action – Custom actions'],
  [{ page: 'secrets' }, 'Secrets – Custom actions'],
  [{ page: 'transfer' }, 'Export and import – Custom actions'],
  [{ page: 'action', id: '1', tab: 'settings' }, 'Create ticket – Custom actions'],
  [{ page: 'action', id: '1', tab: 'history' }, 'Create ticket: History – Custom actions'],
  [{ page: 'action', id: 'gone', tab: 'settings' }, 'Custom actions'],
];

for (const [route, title] of TITLES) {
  test(`should call a page ${title}`, () => {
    assert.equal(
      titleOf(route, (id) => (id === '1' ? 'Create ticket' : undefined)),
      title,
    );
  });
}
