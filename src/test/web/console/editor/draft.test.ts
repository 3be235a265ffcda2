import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CustomAction, MASK, type WebhookConfig } from 'web/console/api/contract';
import { changesOf, configOf, type Draft, draftOf, headerRow, inputOf, NEW } from 'web/console/editor/draft';

const COMMON = {
  id: 'a1',
  name: 'Create ticket',
  icon: 'ticket',
  is_active: true,
  display_order: 3,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-02T00:00:00Z',
};

const FULL: WebhookConfig = {
  url: 'https://api.example.com/',
  method: 'PUT',
  headers: { 'X-Key': MASK, Accept: 'text/plain' },
  body: '{}',
  signing_secret: MASK,
  result: { toast: 'Done', url: 'https://example.com/' },
};

function webhook(config: WebhookConfig): CustomAction {
  return { ...COMMON, action_type: 'webhook', config };
}

const LINK: CustomAction = { ...COMMON, action_type: 'url', config: { url: 'https://example.com/' } };
const SCRIPT: CustomAction = { ...COMMON, action_type: 'javascript', config: { code: 'return {}' } };

/** A draft of the full webhook whose first header is changed. */
function withHeader(change: { readonly name?: string; readonly value?: string }): Draft {
  const draft = draftOf(webhook(FULL));
  const [first, ...others] = draft.webhook.headers;
  return { ...draft, webhook: { ...draft.webhook, headers: [{ ...first, ...change }, ...others] } };
}

function headersIn(draft: Draft): unknown {
  return (changesOf(draft, webhook(FULL)).config as WebhookConfig).headers;
}

test('should keep the parts of a config that the form has no field for', () => {
  const auth = { type: 'basic', username: 'a', password: MASK };
  const action = webhook({ ...FULL, timeout_seconds: 30, auth, result: { toast: 'Done', failure: 'No' } });
  const draft = draftOf(action);

  assert.deepEqual(changesOf(draft, action), {});
  const changed = changesOf({ ...draft, webhook: { ...draft.webhook, body: '[]', toast: '' } }, action);
  const config = changed.config as WebhookConfig;
  assert.equal(config.timeout_seconds, 30);
  assert.deepEqual(config.auth, auth);
  assert.deepEqual(config.result, { failure: 'No' });
  assert.equal(config.body, '[]');
});

test('should send nothing of what nobody changed', () => {
  for (const action of [webhook(FULL), webhook({ url: 'https://api.example.com/' }), LINK, SCRIPT]) {
    assert.deepEqual(changesOf(draftOf(action), action), {});
  }
});

test('should send the fields that were changed and no others', () => {
  assert.deepEqual(changesOf({ ...draftOf(LINK), name: 'Open' }, LINK), { name: 'Open' });
  assert.deepEqual(changesOf({ ...draftOf(LINK), icon: '' }, LINK), { icon: '' });
  assert.deepEqual(changesOf({ ...draftOf(SCRIPT), javascript: { code: '' } }, SCRIPT), { config: { code: '' } });
});

test('should send the whole config where something in it was changed, with masks for secrets that were not', () => {
  const draft = draftOf(webhook(FULL));

  const changes = changesOf({ ...draft, webhook: { ...draft.webhook, body: '' } }, webhook(FULL));

  assert.deepEqual(changes, { config: { ...FULL, headers: { 'X-Key': MASK, Accept: MASK }, body: '' } });
});

test('should send a secret that was changed as it is', () => {
  assert.deepEqual(headersIn(withHeader({ value: 'new' })), { 'X-Key': 'new', Accept: MASK });
});

test('should not keep the value of a header under another name', () => {
  assert.deepEqual(headersIn(withHeader({ name: 'X-Other', value: 'text' })), { 'X-Other': 'text', Accept: MASK });
});

test('should keep the value of a header whose name got blanks around it', () => {
  const draft = withHeader({ name: ' X-Key ' });

  assert.deepEqual(changesOf(draft, webhook(FULL)), {});
});

test('should send the type with a config of it', () => {
  const draft: Draft = { ...draftOf(webhook(FULL)), type: 'url', url: { url: 'https://x.test/', openInNewTab: false } };

  assert.deepEqual(changesOf(draft, webhook(FULL)), {
    action_type: 'url',
    config: { url: 'https://x.test/', open_in_new_tab: false },
  });
});

test('should keep what was typed for one type while another is looked at', () => {
  const draft = draftOf(SCRIPT);

  assert.deepEqual(changesOf({ ...draft, type: 'url' }, SCRIPT), {
    action_type: 'url',
    config: { url: '', open_in_new_tab: true },
  });
  assert.deepEqual(changesOf({ ...draft, type: 'javascript' }, SCRIPT), {});
});

test('should open a link in a new tab unless it says otherwise', () => {
  assert.equal(draftOf(LINK).url.openInNewTab, true);
  assert.equal(
    draftOf({ ...LINK, config: { url: '', open_in_new_tab: false } } as CustomAction).url.openInNewTab,
    false,
  );
});

test('should leave out rows without name and value, secrets and results that are empty', () => {
  const draft: Draft = { ...NEW, webhook: { ...NEW.webhook, url: 'https://x.test/', headers: [headerRow('', '')] } };

  assert.deepEqual(configOf(draft, 'text'), {
    action_type: 'webhook',
    config: { url: 'https://x.test/', method: 'POST', headers: {}, body: '' },
  });
});

test('should keep a row that has a value and no name yet, for the service to complain of', () => {
  const draft: Draft = { ...NEW, webhook: { ...NEW.webhook, headers: [headerRow('', 'v')] } };

  assert.deepEqual((configOf(draft, 'text').config as WebhookConfig).headers, { '': 'v' });
});

test('should send secrets of a new action as they are', () => {
  const draft: Draft = { ...NEW, name: 'New', webhook: { ...NEW.webhook, signingSecret: 'whsec_x' } };

  assert.deepEqual(inputOf(draft, 7), {
    name: 'New',
    icon: 'zap',
    is_active: true,
    display_order: 7,
    action_type: 'webhook',
    config: { url: '', method: 'POST', headers: {}, body: '', signing_secret: 'whsec_x' },
  });
});

test('should drop a signing secret that was removed', () => {
  const draft = draftOf(webhook(FULL));

  const changes = changesOf({ ...draft, webhook: { ...draft.webhook, signingSecret: '' } }, webhook(FULL));

  assert.equal('signing_secret' in (changes.config as WebhookConfig), false);
});

test('should tell rows apart', () => {
  assert.notEqual(headerRow('a', 'b').key, headerRow('a', 'b').key);
});
