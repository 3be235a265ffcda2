import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newSigningSecret } from 'web/console/editor/signing-secret';

test('should be 32 random bytes in the form of Standard Webhooks', () => {
  const secret = newSigningSecret();

  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
  assert.equal(atob(secret.slice('whsec_'.length)).length, 32);
  assert.notEqual(secret, newSigningSecret());
});
