import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomAction } from 'web/console/api/contract';
import { copyOf } from 'web/console/editor/copy-draft';
import { inputOf } from 'web/console/editor/draft';

const WEBHOOK: CustomAction = {
  id: '1',
  name: 'Create ticket',
  icon: 'ticket',
  is_active: true,
  display_order: 3,
  created_at: '',
  updated_at: '',
  confirmation: 'Really?',
  action_type: 'webhook',
  config: {
    url: 'https://api.example.com/',
    method: 'POST',
    headers: { Accept: 'application/json', Authorization: '********' },
    body: '{}',
    auth: { type: 'basic', username: 'ada', password: '********' },
    signing_secret: '********',
    signature: { header: 'X-Signature', secret: '********' },
  },
};

test('should copy all that can be read, as an action that agents do not see', () => {
  const { draft } = copyOf(WEBHOOK);

  const input = inputOf(draft, 7);

  assert.equal(input.name, 'Create ticket (copy)');
  assert.equal(input.is_active, false);
  assert.equal(input.display_order, 7);
  assert.equal(input.confirmation, 'Really?');
  assert.deepEqual(input.config, {
    url: 'https://api.example.com/',
    method: 'POST',
    headers: { Accept: 'application/json', Authorization: '' },
    body: '{}',
    auth: { type: 'basic', username: 'ada', password: '' },
    signature: { header: 'X-Signature', secret: '' },
  });
});

test('should name what has to be entered again', () => {
  assert.deepEqual(copyOf(WEBHOOK).missing, [
    'Authorization',
    'the password',
    'the signing secret',
    'the key of the signature',
  ]);
});

test('should copy secrets that can be read', () => {
  const { draft, missing } = copyOf({ ...WEBHOOK, config: { url: 'https://a.example/', headers: { 'X-Key': 'k' } } });

  assert.deepEqual(missing, []);
  assert.deepEqual(inputOf(draft, 0).config, {
    url: 'https://a.example/',
    method: 'POST',
    headers: { 'X-Key': 'k' },
    body: '',
  });
});

test('should keep a long name within its limit', () => {
  const { draft } = copyOf({ ...WEBHOOK, name: '🎫'.repeat(100) });

  assert.equal([...draft.name].length, 100);
  assert.ok(draft.name.endsWith(' (copy)'));
});

test('should copy links and scripts', () => {
  const link = {
    ...WEBHOOK,
    action_type: 'url',
    config: { url: 'https://a.example/', open_in_new_tab: false },
  } as const;
  const script = { ...WEBHOOK, action_type: 'javascript', config: { code: 'return 1' } } as const;

  assert.deepEqual(inputOf(copyOf(link).draft, 0).config, link.config);
  assert.deepEqual(inputOf(copyOf(script).draft, 0).config, script.config);
});
