import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH, fill } from 'web/embed/labels';

test('should fill in what it has', () => {
  assert.equal(fill('{name} is running', { name: 'Call' }), 'Call is running');
  assert.equal(fill('{seconds} s, {seconds} s', { seconds: 0 }), '0 s, 0 s');
});

test('should leave what it does not have', () => {
  assert.equal(fill('{name} {other}', { name: 'Call' }), 'Call {other}');
  assert.equal(fill('no placeholder', {}), 'no placeholder');
});

test('should fill in once', () => {
  assert.equal(fill('{name}', { name: '{seconds} $& $1', seconds: 1 }), '{seconds} $& $1');
});

test('should have a text for each label', () => {
  assert.deepEqual(
    Object.entries(ENGLISH).filter(([, text]) => text.trim() === ''),
    [],
  );
});
