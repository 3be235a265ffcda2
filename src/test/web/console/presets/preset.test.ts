import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { configOf, isAnswered, type Preset } from 'web/console/presets/preset';
import { PRESETS } from 'web/console/presets/presets';

const PRESET: Preset = {
  title: 'Acme',
  name: 'Ask Acme',
  icon: 'zap',
  asks: [
    { name: 'site', label: 'Site', sample: 'acme' },
    { name: 'note', label: 'Note', sample: 'note' },
  ],
  secrets: [],
  config: {
    url: 'https://[[site]].example/[[note]]',
    body: '{"note":"[[note]]"}',
    headers: { 'X-Note': '[[note]]' },
    result: { url: 'https://[[site]].example/' },
    follow_redirects: true,
  },
};

test('should offer every preset there is', () => {
  const files = readdirSync('src/main/web/console/presets').filter((file) => file.endsWith('.json'));

  assert.equal(PRESETS.length, files.length);
  assert.equal(new Set(PRESETS.map(({ title }) => title)).size, files.length);
});

test('should keep an answer one value where it stands', () => {
  assert.deepEqual(configOf(PRESET, { site: ' acme ', note: 'a "b"/c' }), {
    url: 'https://acme.example/a%20%22b%22%2Fc',
    body: '{"note":"a \\"b\\"/c"}',
    headers: { 'X-Note': 'a "b"/c' },
    result: { url: 'https://acme.example/' },
    follow_redirects: true,
  });
});

test('should take a whole URL as it is', () => {
  const preset = { ...PRESET, config: { url: '[[site]]' } };

  assert.deepEqual(configOf(preset, { site: 'https://n8n.example/webhook/x?y=1' }), {
    url: 'https://n8n.example/webhook/x?y=1',
  });
});

test('should want an answer to everything', () => {
  assert.equal(isAnswered(PRESET, { site: 'acme', note: ' ' }), false);
  assert.equal(isAnswered(PRESET, { site: 'acme', note: 'x' }), true);
});
