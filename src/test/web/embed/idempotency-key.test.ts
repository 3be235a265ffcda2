import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newIdempotencyKey } from 'web/embed/idempotency-key';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('should be a random UUID', () => {
  assert.match(newIdempotencyKey(), UUID);
  assert.notEqual(newIdempotencyKey(), newIdempotencyKey());
});

test('should be one on pages that were not loaded over HTTPS too', () => {
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });

  const keys = new Set(Array.from({ length: 100 }, newIdempotencyKey));

  assert.equal(keys.size, 100);
  keys.forEach((key) => assert.match(key, UUID));
});
