import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCurl } from 'web/console/curl/command';
import { replaceSecrets, secretsIn } from 'web/console/curl/secret-values';

/** What is found in a command, and what the request is with tags instead. */
const COMMANDS: ReadonlyArray<readonly [command: string, found: readonly string[], sent: string]> = [
  [
    `curl https://api.acme.example/ -H 'Authorization: Bearer abc'`,
    ['acme_token=abc'],
    '"Bearer {{secret.acme_token}}"',
  ],
  [`curl https://api.acme.co.uk/ -H 'X-Api-Key: abc'`, ['acme_api_key=abc'], '"X-Api-Key","{{secret.acme_api_key}}"'],
  [`curl https://x.example/ -H 'Authorization: Token token=abc'`, ['x_token=abc'], '"Token token={{secret.x_token}}"'],
  [`curl https://x.example/ -b 'a=b; c=d'`, ['x_cookie=a=b; c=d'], '"Cookie","{{secret.x_cookie}}"'],
  [`curl https://x.example/ -u ada:pass`, ['x_password=pass'], '"password":"{{secret.x_password}}"'],
  [
    `curl https://api.stripe.com/ -u sk_test_EXAMPLE1:`,
    ['stripe_key=sk_test_EXAMPLE1'],
    '"name":"{{secret.stripe_key}}"',
  ],
  [`curl "https://x.example/?api_key=a%20b&q=1"`, ['x_api_key=a b'], '/?api_key={{secret.x_api_key}}&q=1'],
  [
    `curl https://x.example/ --json '{"client_secret": "a\\"b", "tokens": 3, "note": "token"}'`,
    ['x_client_secret=a"b'],
    '{{secret.x_client_secret}}',
  ],
  [`curl https://x.example/ --json '{"accessToken":"abc"}'`, ['x_accesstoken=abc'], '{{secret.x_accesstoken}}'],
  [`curl https://x.example/ -d 'user=ada&password=a+b'`, ['x_password=a b'], 'user=ada&password={{secret.x_password}}'],
  [
    'curl https://hooks.slack.com/services/T0/B0/abc123 --json {}',
    ['slack_token=abc123'],
    '/services/T0/B0/{{secret.slack_token}}',
  ],
  [
    'curl https://discord.com/api/webhooks/123/abc-DEF --json {}',
    ['discord_token=abc-DEF'],
    '/webhooks/123/{{secret.discord_token}}',
  ],
  [
    'curl https://api.telegram.org/bot123:ABC/sendMessage -d chat_id=1',
    ['telegram_token=123:ABC'],
    '/bot{{secret.telegram_token}}/sendMessage',
  ],
  ['curl https://x.example/ -H "Authorization: Bearer $MY_TOKEN"', ['my_token='], 'Bearer {{secret.my_token}}'],
  ['curl https://x.example/ -H "Authorization: Bearer ${MY_TOKEN:-none}"', ['my_token='], 'Bearer {{secret.my_token}}'],
  ['curl https://x.example/ -H "Authorization: Bearer %MY_TOKEN%"', ['my_token='], 'Bearer {{secret.my_token}}'],
  ['curl https://x.example/ -H "Authorization: Basic $(cat t | base64)"', ['x_token='], 'Basic {{secret.x_token}}'],
  ["curl https://x.example/ -H 'Authorization: Bearer <YOUR-TOKEN>'", ['x_token='], 'Bearer {{secret.x_token}}'],
  ["curl https://x.example/ -H 'Authorization: Bearer YOUR_ACCESS_TOKEN'", ['x_token='], 'Bearer {{secret.x_token}}'],
  ["curl https://x.example/ -H 'Authorization: Bearer ACCESS_TOKEN'", ['x_token='], 'Bearer {{secret.x_token}}'],
  ["curl https://x.example/ -H 'Authorization: Bearer EAAJB...'", ['x_token='], 'Bearer {{secret.x_token}}'],
  ["curl https://x.example/ -H 'Authorization: ••••••'", ['x_token='], '"Authorization","{{secret.x_token}}"'],
  ["curl https://x.example/ -H 'Authorization: Bearer ********'", ['x_token='], 'Bearer {{secret.x_token}}'],
  ['curl https://x.example/ -u ada:{api_token}', ['x_password='], '"password":"{{secret.x_password}}"'],
  [
    'curl https://hooks.slack.com/services/T0/B0/XXXXXXXX --json {}',
    ['slack_token='],
    '/services/T0/B0/{{secret.slack_token}}',
  ],
  ['curl https://hook.eu1.make.com/abc123 -d a=1', ['make_token=abc123'], 'make.com/{{secret.make_token}}'],
  [
    'curl "https://x.azurewebsites.net/api/a?code=c%3D%3D&a=1"',
    ['azurewebsites_token=c=='],
    'code={{secret.azurewebsites_token}}&a=1',
  ],
  ['curl https://maker.ifttt.com/trigger/a/with/key/abc', ['ifttt_token=abc'], '/with/key/{{secret.ifttt_token}}'],
  ['curl https://x.example/?hapikey=abc', ['x_hapikey=abc'], '?hapikey={{secret.x_hapikey}}'],
  [
    "curl https://x.example/ -H 'Ocp-Apim-Subscription-Key: abc' -H 'Idempotency-Key: def'",
    ['x_ocp_apim_subscription_key=abc'],
    '"Idempotency-Key","def"',
  ],
  [
    `curl https://x.example/ -H 'X-Note: ghp_abcdefghijklmnopqrst' -d 'ghp_abcdefghijklmnopqrst'`,
    ['x_token=ghp_abcdefghijklmnopqrst'],
    '"body":"{{secret.x_token}}"',
  ],
  [
    `curl https://x.example/ -H 'X-Token: one' -H 'X-Other-Token: two' -H 'Authorization: three'`,
    ['x_token=one', 'x_other_token=two', 'x_token_2=three'],
    '{{secret.x_token_2}}',
  ],
  [`curl https://x.example/ -H 'Authorization: Bearer {{secret.crm}}'`, [], 'Bearer {{secret.crm}}'],
  [`curl https://x.example/?page=2 -H 'Accept: text/plain' --json '{"monkey":"x"}'`, [], '"{\\"monkey\\":\\"x\\"}"'],
  [`curl http://127.0.0.1:8080/ -H 'Authorization: Bearer abc'`, ['token=abc'], 'Bearer {{secret.token}}'],
];

for (const [command, found, sent] of COMMANDS) {
  test(`should find ${found.join(', ') || 'nothing'} in ${command}`, () => {
    const { request } = readCurl(command);

    const secrets = secretsIn(request);

    assert.deepEqual(
      secrets.map(({ name, value }) => `${name}=${value}`),
      found,
    );
    const replaced = JSON.stringify(replaceSecrets(request, ({ name }) => `{{secret.${name}}}`));
    assert.ok(replaced.includes(sent), replaced);
    assert.deepEqual(
      replaceSecrets(request, () => undefined),
      request,
    );
  });
}

test('should give names that the service takes', () => {
  const { request } = readCurl(`curl https://x.example/ -H 'X-Ünüsual--Token: a' -H '9Auth: b'`);

  for (const { name } of secretsIn(request)) {
    assert.match(name, /^[A-Za-z][A-Za-z0-9_]{0,63}$/);
  }
});
