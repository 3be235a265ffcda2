import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, ChangedValue, CustomAction } from 'web/console/api/contract';
import { differingLines } from 'web/console/history/differing-lines';
import { isVersion, versionBefore } from 'web/console/history/versions';

const NOW = {
  id: 'a1',
  name: 'Now',
  icon: 'ticket',
  is_active: true,
  display_order: 2,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-09T00:00:00Z',
  action_type: 'webhook',
  config: {
    url: 'https://now.example.com/',
    headers: { 'X-Key': 'stored', 'a.b': 'dotted' },
    result: { toast: 'Now' },
  },
} as const satisfies CustomAction;

function change(...values: readonly ChangedValue[]): Change {
  return { at: '', user_id: 'u', change: 'updated', fields: values.map(({ field }) => field), values };
}

function configOf(...changes: readonly Change[]): unknown {
  return versionBefore(NOW, changes)?.action.config;
}

test('should take changes back one after another, the newest first', () => {
  const version = versionBefore(NOW, [
    change({ field: 'name', before: 'Older', after: 'Now' }, { field: 'config.url', before: 'https://a/', after: 'b' }),
    change({ field: 'name', before: 'Oldest', after: 'Older' }, { field: 'confirmation', before: 'Sure?' }),
  ]);

  assert.equal(version?.action.name, 'Oldest');
  assert.equal(version?.action.confirmation, 'Sure?');
  assert.deepEqual(version?.action.config, { ...NOW.config, url: 'https://a/' });
  assert.deepEqual(version?.secrets, []);
  assert.equal(NOW.name, 'Now');
});

test('should leave out what was not there', () => {
  const config = configOf(change({ field: 'config.result.toast', after: 'Now' }, { field: 'config.url', after: 'x' }));

  assert.deepEqual(config, { headers: NOW.config.headers, result: {} });
});

test('should leave the switch and the place alone', () => {
  const changes = [
    change({ field: 'is_active', before: false, after: true }),
    { at: '', user_id: 'u', change: 'reordered', fields: ['display_order'] },
  ];
  const version = versionBefore(NOW, changes);

  assert.deepEqual(version?.action, NOW);
  assert.deepEqual(changes.map(isVersion), [false, false]);
  assert.equal(isVersion(change({ field: 'name', before: 'a', after: 'b' })), true);
});

test('should keep the secrets there are, and know nothing of those that were removed', () => {
  const version = versionBefore(NOW, [
    change(
      { field: 'config.headers.X-Key', before: 'replaced', after: 'replaced' },
      { field: 'config.headers.X-Gone', before: 'replaced' },
      { field: 'config.headers.a.b', after: 'replaced' },
      { field: 'config.body', before: 'replaced', after: 'x' },
    ),
  ]);

  assert.deepEqual(version?.action.config, {
    ...NOW.config,
    headers: { 'X-Key': 'stored', 'X-Gone': '' },
    body: 'replaced',
  });
  assert.deepEqual(version?.secrets, ['config.headers.X-Key', 'config.headers.X-Gone']);
});

test('should not take the word for a secret within an object for the secret', () => {
  const config = configOf(
    change(
      { field: 'config.headers', before: { 'X-Key': 'replaced', Old: 'replaced' } },
      { field: 'config.auth', before: { type: 'basic', username: 'ada', password: 'replaced' } },
    ),
  );

  assert.deepEqual(config, {
    ...NOW.config,
    headers: { 'X-Key': 'stored', Old: '' },
    auth: { type: 'basic', username: 'ada', password: '' },
  });
});

test('should not go back past values that are not kept', () => {
  const forgotten: Change = { at: '', user_id: 'u', change: 'updated', fields: ['name', 'icon'] };

  assert.equal(versionBefore(NOW, [forgotten]), undefined);
  assert.equal(versionBefore(NOW, [{ ...forgotten, values: [{ field: 'name', before: 'x' }] }]), undefined);
  assert.notEqual(versionBefore(NOW, [{ ...forgotten, fields: [], change: 'restored' }]), undefined);
});

test('should take names for names alone', () => {
  const version = versionBefore(NOW, [
    change({ field: 'config.headers.__proto__', before: 'replaced' }, { field: 'config.constructor.x', before: 1 }),
  ]);
  const config = version?.action.config as Record<string, Record<string, unknown>>;

  assert.deepEqual(Object.keys(config.headers), ['X-Key', 'a.b', '__proto__']);
  assert.deepEqual(Object.keys(config.constructor), ['x']);
  assert.equal(({} as Record<string, unknown>).x, undefined);
});

test('should show the lines that differ, with some around', () => {
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, place) => `line ${from + place}`);
  const text = [...lines(1, 20)].join('\n');
  const [before, after] = differingLines(text, text.replace('line 10', 'other'));

  assert.equal(before, ['…', ...lines(8, 12), '…'].join('\n'));
  assert.equal(after, ['…', 'line 8', 'line 9', 'other', 'line 11', 'line 12', '…'].join('\n'));
  assert.deepEqual(differingLines('a', 'b'), ['a', 'b']);
  assert.deepEqual(differingLines('', 'b\nc'), ['', 'b\nc']);
  assert.deepEqual(differingLines('a\na', 'a\na\na'), ['a\na', 'a\na\na']);
});
