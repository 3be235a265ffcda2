import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bearerOf, isExpired, nameIn, tokenIn } from 'web/console/session/token-text';

const TOKEN = 'eyJh.eyJz-_.c2ln';

const PASTED: ReadonlyArray<[pasted: string, token: string | undefined]> = [
  [TOKEN, TOKEN],
  [`  ${TOKEN}\n`, TOKEN],
  [`Bearer ${TOKEN}`, TOKEN],
  [`bearer   ${TOKEN}`, TOKEN],
  [`Authorization: Bearer ${TOKEN}`, TOKEN],
  [`authorization:bearer ${TOKEN}`, TOKEN],
  ['', undefined],
  ['Bearer', undefined],
  ['a.b', undefined],
  ['a.b.c.d', undefined],
  ['a..c', undefined],
  ['a.b c.d', undefined],
  ['a.b=.c', undefined],
  [`Basic ${TOKEN}`, undefined],
];

for (const [pasted, token] of PASTED) {
  test(`should find ${token ? 'the' : 'no'} token in ${JSON.stringify(pasted)}`, () => {
    assert.equal(tokenIn(pasted), token);
  });
}

/** A token with claims, as base64url without padding. */
function token(claims: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  const payload = btoa(String.fromCharCode(...bytes));
  return `h.${payload.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}.s`;
}

test('should name whom the token names', () => {
  assert.equal(nameIn(token({ name: 'Ada', full_name: 'Ada L.', email: 'ada@example.com' })), 'Ada');
  assert.equal(nameIn(token({ full_name: 'Ada L.', email: 'ada@example.com' })), 'Ada L.');
  assert.equal(nameIn(token({ name: '', email: 'ada@example.com' })), 'ada@example.com');
});

test('should read names of every script', () => {
  assert.equal(nameIn(token({ name: 'Зоя 王 🦊' })), 'Зоя 王 🦊');
});

test('should name nobody where a token does not', () => {
  assert.equal(nameIn(token({})), '');
  assert.equal(nameIn(token({ name: 7, full_name: null, email: ['x'] })), '');
  assert.equal(nameIn(token(null)), '');
  assert.equal(nameIn(token('Ada')), '');
});

test('should name nobody where a token cannot be read', () => {
  assert.equal(nameIn('h.%%%.s'), '');
  assert.equal(nameIn('h.bm90IEpTT04.s'), '');
  assert.equal(nameIn(''), '');
});

test('should know one bearer in two tokens of a session', () => {
  const first = token({ sub: 'ada', organization_id: 'one', exp: 1, iat: 0, jti: 'a' });

  assert.equal(bearerOf(token({ jti: 'b', iat: 5, exp: 9, organization_id: 'one', sub: 'ada' })), bearerOf(first));
  assert.notEqual(bearerOf(token({ sub: 'ada', organization_id: 'two', exp: 1, iat: 0, jti: 'a' })), bearerOf(first));
  assert.notEqual(bearerOf(token({ sub: 'bob', organization_id: 'one', exp: 1, iat: 0, jti: 'a' })), bearerOf(first));
});

test('should know a token whose time is over', () => {
  const now = Date.now() / 1000;

  assert.equal(isExpired(token({ exp: now - 1 })), true);
  assert.equal(isExpired(token({ exp: now + 60 })), false);
  assert.equal(isExpired(token({})), false);
});
