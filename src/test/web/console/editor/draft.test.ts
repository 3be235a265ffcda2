import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CustomAction, MASK, type WebhookConfig } from 'web/console/api/contract';
import { changesOf, configOf, type Draft, draftOf, inputOf, NEW } from 'web/console/editor/draft';
import { headerRow } from 'web/console/editor/header-row';
import { NO_SECRET } from 'web/console/editor/kept-secret';

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
  assert.deepEqual(changesOf({ ...draftOf(SCRIPT), javascript: { code: '', rest: {} } }, SCRIPT), {
    config: { code: '' },
  });
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
  const draft: Draft = {
    ...draftOf(webhook(FULL)),
    type: 'url',
    url: { url: 'https://x.test/', openInNewTab: false, rest: {} },
  };

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
  const draft: Draft = {
    ...NEW,
    name: 'New',
    webhook: { ...NEW.webhook, signingSecret: { text: 'whsec_x', stored: '' } },
  };

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

  const changes = changesOf({ ...draft, webhook: { ...draft.webhook, signingSecret: NO_SECRET } }, webhook(FULL));

  assert.equal('signing_secret' in (changes.config as WebhookConfig), false);
});

const EVERYTHING = {
  ...FULL,
  method: 'DELETE',
  send_body: false,
  auth: { type: 'basic', username: 'u', password: MASK },
  signature: { header: 'X-Signature', secret: MASK, algorithm: 'sha1', encoding: 'base64', prefix: 'sha1=' },
  timeout_seconds: 30,
  follow_redirects: true,
  background: true,
  success_when: '{{response.ok}}',
  result: { toast: 'Done', failure: 'Not done', clipboard: 'x', url: 'https://example.com/', tone: 'soft' },
  a_key_of_tomorrow: { on: true },
} as unknown as WebhookConfig;

test('should keep everything of a config, also what it does not show', () => {
  const action = webhook(EVERYTHING);

  const changes = changesOf(
    { ...draftOf(action), webhook: { ...draftOf(action).webhook, url: 'https://x.test/' } },
    action,
  );

  assert.deepEqual(changes, {
    config: { ...EVERYTHING, url: 'https://x.test/', headers: { 'X-Key': MASK, Accept: MASK } },
  });
});

for (const auth of [
  { type: 'oauth2', token_url: 'https://x.test/t', client_id: 'i', client_secret: MASK },
  {
    ...{ type: 'oauth2', token_url: 'https://x.test/t', client_id: 'i', client_secret: MASK },
    ...{ scope: 's', audience: 'a', client_auth: 'body', tenant: 't' },
  },
  { type: 'of-tomorrow', key: 'k' },
]) {
  test(`should keep auth of ${JSON.stringify(auth)}`, () => {
    const config = (configOf(draftOf(webhook({ ...FULL, auth })), 'text').config as WebhookConfig).auth;

    assert.deepEqual(config, auth);
  });
}

test('should send a secret of auth that was changed as it is, and keep one that was not', () => {
  const action = webhook({ ...FULL, auth: { type: 'basic', username: 'u', password: 'old' } });
  const draft = draftOf(action);
  const auth = { ...draft.webhook.auth, username: 'v' };

  assert.deepEqual(
    (changesOf({ ...draft, webhook: { ...draft.webhook, auth } }, action).config as WebhookConfig).auth,
    {
      ...{ type: 'basic', username: 'v', password: MASK },
    },
  );
  const changed = { ...auth, password: { ...auth.password, text: 'new' } };
  assert.deepEqual(
    (changesOf({ ...draft, webhook: { ...draft.webhook, auth: changed } }, action).config as WebhookConfig).auth,
    { type: 'basic', username: 'v', password: 'new' },
  );
});

test('should send a timeout that is no number as it is typed', () => {
  for (const [typed, sent] of [
    ['', undefined],
    ['20', 20],
    ['soon', 'soon'],
    ['1.5', '1.5'],
  ] as const) {
    const { config } = configOf({ ...NEW, webhook: { ...NEW.webhook, timeoutSeconds: typed } }, 'text');

    assert.equal((config as WebhookConfig).timeout_seconds, sent);
  }
});

test('should tell rows apart', () => {
  assert.notEqual(headerRow('a', 'b').key, headerRow('a', 'b').key);
});
