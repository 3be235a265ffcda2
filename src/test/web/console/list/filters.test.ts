import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomAction } from 'web/console/api/contract';
import { ALL, applied, areOff, type Filters } from 'web/console/list/filters';

function action(name: string, rest: Partial<CustomAction> = {}): CustomAction {
  return {
    id: name,
    name,
    icon: '',
    is_active: true,
    display_order: 0,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    action_type: 'javascript',
    config: { code: '' },
    ...rest,
  } as CustomAction;
}

const ACTIONS = [
  action('Ticket 10', { is_active: false, created_at: '2026-01-03T00:00:00Z' }),
  action('ticket 9', { action_type: 'url', config: { url: '' }, updated_at: '2026-01-05T00:00:00Z' }),
  action('Ärger', { created_at: '2026-01-02T00:00:00Z', updated_at: '2026-01-04T00:00:00Z' }),
  action('Call'),
];

function namesOf(filters: Partial<Filters>): readonly string[] {
  return applied({ ...ALL, ...filters }, ACTIONS).map(({ name }) => name);
}

test('should show all in the order of the service', () => {
  assert.deepEqual(namesOf({}), ['Ticket 10', 'ticket 9', 'Ärger', 'Call']);
});

test('should find a part of a name, in upper or lower case and with blanks around it', () => {
  assert.deepEqual(namesOf({ search: ' TICK ' }), ['Ticket 10', 'ticket 9']);
  assert.deepEqual(namesOf({ search: 'äRG' }), ['Ärger']);
  assert.deepEqual(namesOf({ search: '.*' }), []);
});

test('should filter by state and type', () => {
  assert.deepEqual(namesOf({ activity: 'inactive' }), ['Ticket 10']);
  assert.deepEqual(namesOf({ activity: 'active' }), ['ticket 9', 'Ärger', 'Call']);
  assert.deepEqual(namesOf({ type: 'url' }), ['ticket 9']);
  assert.deepEqual(namesOf({ type: 'webhook' }), []);
});

test('should apply all filters at once', () => {
  assert.deepEqual(namesOf({ search: 't', activity: 'active', type: 'url' }), ['ticket 9']);
});

test('should sort names as people do', () => {
  assert.deepEqual(namesOf({ sort: 'name' }), ['Ärger', 'Call', 'ticket 9', 'Ticket 10']);
});

test('should sort by age, and leave those of one age in their order', () => {
  assert.deepEqual(namesOf({ sort: 'newest' }), ['Ticket 10', 'Ärger', 'ticket 9', 'Call']);
  assert.deepEqual(namesOf({ sort: 'changed' }), ['ticket 9', 'Ärger', 'Ticket 10', 'Call']);
});

test('should leave the list alone that it was given', () => {
  const before = [...ACTIONS];

  namesOf({ sort: 'name' });

  assert.deepEqual(ACTIONS, before);
});

test('should be off only where the list can be put into another order', () => {
  assert.equal(areOff(ALL), true);
  assert.equal(areOff({ ...ALL, search: '  ' }), true);
  assert.equal(areOff({ ...ALL, search: 'a' }), false);
  assert.equal(areOff({ ...ALL, activity: 'active' }), false);
  assert.equal(areOff({ ...ALL, type: 'url' }), false);
  assert.equal(areOff({ ...ALL, sort: 'name' }), false);
});
