import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from 'web/console/editor/canonical';

test('should be the same whatever the order of keys is', () => {
  const one = { b: 1, a: { d: [{ f: 2, e: 3 }], c: null } };
  const other = { a: { c: null, d: [{ e: 3, f: 2 }] }, b: 1 };

  assert.equal(canonical(one), canonical(other));
  assert.equal(canonical(one), '{"a":{"c":null,"d":[{"e":3,"f":2}]},"b":1}');
});

test('should keep the order of lists', () => {
  assert.notEqual(canonical([1, 2]), canonical([2, 1]));
});

test('should tell values apart that look alike', () => {
  const texts = [{}, [], null, '', '0', 0, false, { a: '' }, { a: null }].map(canonical);

  assert.equal(new Set(texts).size, texts.length);
});

test('should leave out what is undefined, as JSON does', () => {
  assert.equal(canonical({ a: undefined, b: 1 }), canonical({ b: 1 }));
});
