import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomAction } from 'web/console/api/contract';
import { NEW } from 'web/console/editor/draft';
import { DraftState } from 'web/console/editor/draft-state';

const ACTION: CustomAction = {
  id: 'a1',
  name: 'Open',
  icon: 'link',
  is_active: true,
  display_order: 0,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  action_type: 'url',
  config: { url: 'https://example.com/', open_in_new_tab: true },
};
const LATER: CustomAction = { ...ACTION, name: 'Renamed', updated_at: '2026-01-02T00:00:00Z' };

test('should have nothing to save at first', () => {
  assert.equal(DraftState.of(undefined).isDirty, false);
  assert.equal(DraftState.of(ACTION).isDirty, false);
});

test('should have something to save once a field differs, and not once it is as before', () => {
  const state = DraftState.of(ACTION);
  const changed = state.with({ ...state.draft, name: 'Other' });

  assert.equal(changed.isDirty, true);
  assert.equal(changed.with({ ...changed.draft, name: 'Open' }).isDirty, false);
});

test('should have a new action to save once anything is typed', () => {
  const state = DraftState.of(undefined);

  assert.equal(state.with({ ...NEW, name: 'x' }).isDirty, true);
  assert.equal(state.with({ ...NEW, icon: 'mail' }).isDirty, true);
  assert.equal(state.with({ ...NEW, webhook: { ...NEW.webhook, url: 'h' } }).isDirty, true);
});

test('should not save whether a new action is active alone', () => {
  assert.equal(DraftState.of(undefined).with({ ...NEW, isActive: false }).isDirty, false);
});

test('should follow the service as long as nobody typed', () => {
  const met = DraftState.of(ACTION).meeting(LATER);

  assert.equal(met.draft.name, 'Renamed');
  assert.equal(met.isOutdated, false);
});

test('should keep what somebody typed, and know that it is outdated', () => {
  const state = DraftState.of(ACTION);
  const met = state.with({ ...state.draft, icon: 'mail' }).meeting(LATER);

  assert.equal(met.draft.icon, 'mail');
  assert.equal(met.draft.name, 'Open');
  assert.equal(met.original, ACTION);
  assert.equal(met.isOutdated, true);
  assert.equal(met.isContested, false);
});

test('should know that both changed the same', () => {
  const state = DraftState.of(ACTION);

  assert.equal(state.with({ ...state.draft, name: 'Mine' }).meeting(LATER).isContested, true);
});

test('should not take a switch for a change by somebody else', () => {
  const state = DraftState.of(ACTION);
  const switched: CustomAction = { ...ACTION, is_active: false, updated_at: LATER.updated_at };
  const met = state.with({ ...state.draft, name: 'Mine' }).meeting(switched);

  assert.equal(met.isOutdated, false);
  assert.equal(met.original, switched);
  assert.equal(met.draft.name, 'Mine');
  assert.equal(met.isDirty, true);
});

test('should know of a change that nobody can read', () => {
  const state = DraftState.of(ACTION);

  const met = state.with({ ...state.draft, name: 'Mine' }).meeting({ ...ACTION, updated_at: LATER.updated_at });

  assert.equal(met.original, ACTION);
});

test('should keep what was typed while it was stored', () => {
  const state = DraftState.of(ACTION);
  const sent = { ...state.draft, name: ' Sent ' };
  const typed = state.with({ ...sent, url: { ...sent.url, url: 'https://typed.example.com/' } });

  const stored = typed.stored({ ...ACTION, name: 'Sent', updated_at: LATER.updated_at }, sent);

  assert.equal(stored.draft.name, 'Sent');
  assert.equal(stored.draft.url.url, 'https://typed.example.com/');
  assert.equal(stored.isDirty, true);
  assert.equal(state.with(sent).stored({ ...ACTION, name: 'Sent' }, sent).isDirty, false);
});

test('should keep a field that was typed in again while it was stored', () => {
  const state = DraftState.of(ACTION);
  const sent = { ...state.draft, name: ' Sent' };

  const stored = state.with({ ...sent, name: ' Sent again' }).stored({ ...ACTION, name: 'Sent' }, sent);

  assert.equal(stored.draft.name, ' Sent again');
});

test('should not store a secret twice', () => {
  const secret = { name: 'token', label: 'Token', value: 'x' };
  const url = { ...NEW.url, url: 'https://example.com/{{secret.token}}' };
  const sent = { ...NEW, type: 'url', url, newSecrets: [secret] } as const;
  const action = { ...ACTION, config: { url: url.url, open_in_new_tab: true } } as CustomAction;

  assert.equal(DraftState.of(undefined).with(sent).isDirty, true);
  assert.equal(DraftState.of(undefined).with(sent).stored(action, sent).isDirty, false);
});

test('should stay the same while the service has the same', () => {
  const state = DraftState.of(ACTION);

  assert.equal(state.meeting({ ...ACTION }), state);
});

test('should begin anew with another action', () => {
  const state = DraftState.of(ACTION);
  const met = state.with({ ...state.draft, name: 'Typed' }).meeting({ ...LATER, id: 'a2' });

  assert.equal(met.draft.name, 'Renamed');
  assert.equal(met.isDirty, false);
});
