import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomAction, WebhookConfig } from 'web/console/api/contract';
import { readCurl } from 'web/console/curl/command';
import { secretsIn } from 'web/console/curl/secret-values';
import { offersOf, withCurl } from 'web/console/editor/curl-draft';
import { changesOf, configOf, type Draft, draftOf, NEW } from 'web/console/editor/draft';

const COMMAND = `curl -L -m 20 https://api.acme.example/t -u ada:pass -H 'X-Api-Key: abc' --json '{"a":1}'`;

function filled(draft: Draft, taken: readonly string[] = [], isChosen = true): Draft {
  const { request } = readCurl(COMMAND);
  const offers = offersOf(secretsIn(request), taken).map((offer) => ({ ...offer, isChosen }));
  return withCurl(draft, request, offers);
}

function configIn(draft: Draft): WebhookConfig {
  return configOf(draft, 'mask').config as WebhookConfig;
}

test('should make a webhook of a command', () => {
  const draft = filled(NEW);

  assert.deepEqual(configIn(draft), {
    url: 'https://api.acme.example/t',
    method: 'POST',
    headers: {
      'X-Api-Key': '{{secret.acme_api_key}}',
      'Content-Type': 'application/json',
      Accept: 'application/json',
    },
    body: '{"a":1}',
    auth: { type: 'basic', username: 'ada', password: '{{secret.acme_password}}' },
    timeout_seconds: 20,
    follow_redirects: true,
  });
  assert.deepEqual(
    draft.newSecrets.map(({ name, value }) => [name, value]),
    [
      ['acme_api_key', 'abc'],
      ['acme_password', 'pass'],
    ],
  );
});

test('should send no body where a command has none', () => {
  const draft = withCurl(NEW, readCurl('curl -X POST https://x.example/').request, []);

  assert.equal(configIn(draft).send_body, false);
});

test('should never take the name of a secret that is stored', () => {
  const draft = filled(NEW, ['acme_api_key', 'acme_api_key_2']);

  assert.equal(configIn(draft).headers?.['X-Api-Key'], '{{secret.acme_api_key_3}}');
});

test('should leave a value that is not chosen where it is', () => {
  const draft = filled(NEW, [], false);

  assert.equal(configIn(draft).headers?.['X-Api-Key'], 'abc');
  assert.equal(configIn(draft).auth?.password, 'pass');
  assert.deepEqual(draft.newSecrets, []);
});

test('should keep what a command cannot say, and send new values of an action as they are', () => {
  const config = { url: 'https://x.example', headers: { 'X-Api-Key': 'abc' }, result: { toast: 'Done' } };
  const action = { action_type: 'webhook', name: 'A', icon: '', is_active: true, config } as unknown as CustomAction;

  const changes = changesOf(filled(draftOf(action), [], false), action).config as WebhookConfig;

  assert.deepEqual(changes.result, { toast: 'Done' });
  assert.equal(changes.headers?.['X-Api-Key'], 'abc');
});
