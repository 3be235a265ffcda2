import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH } from 'web/embed/words/english';
import { fill, replaced, sentenceOf } from 'web/embed/words/labels';

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

test('should have a sentence for each outcome that nobody else has words for', () => {
  assert.equal(sentenceOf('tls', ENGLISH), ENGLISH.outcomes.connect);
  assert.equal(sentenceOf('secret_missing', ENGLISH), ENGLISH.outcomes.setup);
  assert.equal(sentenceOf('success', ENGLISH), undefined);
  assert.equal(sentenceOf('constructor', ENGLISH), undefined);
  assert.equal(sentenceOf(undefined, ENGLISH), undefined);
});

test('should take single outcomes of a page', () => {
  const labels = replaced(ENGLISH, { run: 'Go', outcomes: { tls: 'No lock' } });

  assert.equal(labels.run, 'Go');
  assert.equal(labels.cancel, ENGLISH.cancel);
  assert.equal(sentenceOf('tls', labels), 'No lock');
  assert.equal(sentenceOf('unknown_host', labels), ENGLISH.outcomes.connect);
});
