import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Credentials } from 'web/embed/credentials';

/** Counts how often it is asked. */
function counting(): { readonly source: () => Promise<string>; asked: number } {
  const counter = { asked: 0, source: () => Promise.resolve(`token-${++counter.asked}`) };
  return counter;
}

test('should be a token, a function or cookies', async () => {
  const token = new Credentials('t', undefined);
  assert.deepEqual([await token.current(), token.areCookies, token.isRenewable], ['t', false, false]);

  const source = new Credentials('t', () => 's');
  assert.deepEqual([await source.current(), source.areCookies, source.isRenewable], ['s', false, true]);

  for (const nothing of [undefined, '']) {
    const cookies = new Credentials(nothing, undefined);
    assert.deepEqual([await cookies.current(), cookies.areCookies, cookies.isRenewable], [undefined, true, false]);
  }
});

test('should ask once for calls at the same time', async () => {
  const counter = counting();
  const credentials = new Credentials(undefined, counter.source);

  const tokens = await Promise.all([credentials.current(), credentials.current()]);

  assert.deepEqual(tokens, ['token-1', 'token-1']);
  assert.equal(counter.asked, 1);
});

test('should ask again once for calls whose token was refused', async () => {
  const counter = counting();
  const credentials = new Credentials(undefined, counter.source);
  const refused = await credentials.current();

  await credentials.forget(refused);
  assert.equal(await credentials.current(), 'token-2');
  await credentials.forget(refused);

  assert.equal(await credentials.current(), 'token-2');
});

test('should ask another function from the next call on', async () => {
  const credentials = new Credentials(undefined, () => 'old');
  await credentials.current();

  credentials.askInstead(() => 'new');

  assert.equal(await credentials.current(), 'new');
});

test('should ask again after a function has failed', async () => {
  let isBroken = true;
  const credentials = new Credentials(undefined, () => {
    if (isBroken) {
      throw new Error('signed out');
    }
    return 'token';
  });

  await assert.rejects(credentials.current(), /signed out/);
  isBroken = false;

  assert.equal(await credentials.current(), 'token');
});

test('should keep the token of a function that took the place of one that failed', async () => {
  let fail: (error: Error) => void = () => {};
  const credentials = new Credentials(undefined, () => new Promise((_, reject) => (fail = reject)));
  const lost = credentials.current();

  credentials.askInstead(counting().source);
  const token = await credentials.current();
  fail(new Error('too late'));

  await assert.rejects(lost, /too late/);
  assert.equal(await credentials.current(), token);
});
