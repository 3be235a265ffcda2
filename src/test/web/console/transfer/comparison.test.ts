import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf } from 'web/console/transfer/comparison';

const STORED = {
  name: 'Create ticket',
  icon: 'ticket',
  is_active: true,
  config: { url: 'https://a.example', method: 'POST', headers: { Accept: 'text/plain', 'X-Key': '********' } },
};

test('should find nothing where nothing changes', () => {
  assert.deepEqual(changesOf(STORED, structuredClone(STORED)), []);
});

test('should leave alone what the document lacks', () => {
  assert.deepEqual(changesOf(STORED, { name: 'Create ticket' }), []);
});

test('should name each part of a config', () => {
  const config = { url: 'https://b.example', headers: { Accept: 'text/plain', 'X-Key': '********', 'X-New': '1' } };

  assert.deepEqual(changesOf(STORED, { ...STORED, config }), [
    { field: 'config.url', before: 'https://a.example', after: 'https://b.example' },
    { field: 'config.method', before: 'POST', after: undefined },
    { field: 'config.headers.X-New', before: undefined, after: '1' },
  ]);
});

test('should tell that a secret is replaced, and that a mask keeps it', () => {
  const headers = { Accept: '********', 'X-Key': 'new' };

  assert.deepEqual(changesOf(STORED, { config: { ...STORED.config, headers } }), [
    { field: 'config.headers.X-Key', before: '********', after: 'new' },
  ]);
});

test('should take what is empty for what is not there', () => {
  assert.deepEqual(changesOf(STORED, { inputs: [], confirmation: '', visible_to: {} }), []);
  assert.deepEqual(changesOf({ ...STORED, confirmation: 'Really?' }, { confirmation: '' }), [
    { field: 'confirmation', before: 'Really?', after: '' },
  ]);
});

test('should compare lists as a whole', () => {
  const inputs = [{ name: 'reason', label: 'Reason', type: 'text' }];

  assert.deepEqual(changesOf(STORED, { inputs }), [{ field: 'inputs', before: [], after: inputs }]);
});
