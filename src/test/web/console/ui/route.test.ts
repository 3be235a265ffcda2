import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSamePage, queryOf, type Route, routeOf } from 'web/console/ui/route';

const ADDRESSES: ReadonlyArray<[query: string, route: Route]> = [
  ['', { page: 'list' }],
  ['?new', { page: 'new' }],
  ['?action=a1', { page: 'action', id: 'a1', tab: 'settings' }],
  ['?action=a1&tab=history', { page: 'action', id: 'a1', tab: 'history' }],
  ['?action=a%26b%3D1&tab=try', { page: 'action', id: 'a&b=1', tab: 'try' }],
  ['?action=a1&tab=try&contact=12%40c.us', { page: 'action', id: 'a1', tab: 'try', contact: '12@c.us' }],
  [
    '?action=a1&tab=history&success=false&user_id=sam',
    { page: 'action', id: 'a1', tab: 'history', filters: { success: 'false', user_id: 'sam' } },
  ],
  ['?history', { page: 'history', filters: {} }],
  ['?history&action_id=a1&outcome=timeout', { page: 'history', filters: { action_id: 'a1', outcome: 'timeout' } }],
  ['?usage', { page: 'usage', days: 30 }],
  ['?usage&days=7', { page: 'usage', days: 7 }],
  ['?transfer', { page: 'transfer' }],
  ['?new&from=a1', { page: 'new', from: 'a1' }],
  ['?new&start=curl', { page: 'new', start: 'curl' }],
];

for (const [query, route] of ADDRESSES) {
  test(`should lead from "${query}" to its route and back`, () => {
    assert.deepEqual(routeOf(query), route);
    assert.equal(queryOf(route), query);
  });
}

test('should show the settings where an address names no part that exists', () => {
  const settings: Route = { page: 'action', id: 'a1', tab: 'settings' };

  assert.deepEqual(routeOf('?action=a1&tab=nothing'), settings);
  assert.deepEqual(routeOf('?action=a1&tab='), settings);
});

test('should show the list where an address names no action', () => {
  assert.deepEqual(routeOf('?action='), { page: 'list' });
  assert.deepEqual(routeOf('?tab=history'), { page: 'list' });
  assert.deepEqual(routeOf('?other=1'), { page: 'list' });
});

test('should show the action rather than the form of a new one', () => {
  assert.equal(routeOf('?new&action=a1').page, 'action');
});

test('should leave out what a part of an action does not have', () => {
  assert.deepEqual(routeOf('?action=a1&contact=c1&success=true'), { page: 'action', id: 'a1', tab: 'settings' });
  assert.deepEqual(routeOf('?action=a1&tab=history&action_id=a2&contact=c1&success=no'), {
    page: 'action',
    id: 'a1',
    tab: 'history',
  });
  assert.equal(
    queryOf({ page: 'action', id: 'a1', tab: 'changes', filters: { success: 'true' }, contact: 'c1' }),
    '?action=a1&tab=changes',
  );
});

test('should look back as usual where an address names other days', () => {
  assert.deepEqual(routeOf('?usage&days=31'), { page: 'usage', days: 30 });
  assert.deepEqual(routeOf('?usage&days='), { page: 'usage', days: 30 });
});

test('should know parts of one action as the same page', () => {
  const [list, form, settings, history] = ADDRESSES.map(([, route]) => route);

  assert.equal(isSamePage(settings, history), true);
  assert.equal(isSamePage(list, { page: 'list' }), true);
  assert.equal(isSamePage(settings, { page: 'action', id: 'a2', tab: 'settings' }), false);
  assert.equal(isSamePage(list, form), false);
  assert.equal(isSamePage(form, settings), false);
});

test('should know forms that begin in another way as other pages', () => {
  const copy: Route = { page: 'new', from: 'a1' };

  assert.equal(isSamePage(copy, { page: 'new', from: 'a1' }), true);
  assert.equal(isSamePage(copy, { page: 'new', from: 'a2' }), false);
  assert.equal(isSamePage(copy, { page: 'new' }), false);
});
