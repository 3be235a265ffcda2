import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';

const ROOT = 'src/main/web';

/** The folders from the ground up. Each imports only from itself and from those on lower floors. */
const FLOORS: readonly (readonly string[])[] = [
  ['shared'],
  ['embed/words'],
  ['embed'],
  ['console/words'],
  ['console/api'],
  ['console/template', 'console/script', 'console/curl', 'console/presets'],
  ['console/ui'],
  ['console/usage'],
  ['console/code', 'console/history', 'console/list', 'console/palette', 'console/session', 'console/tryout'],
  ['console/editor'],
  ['console/preview', 'console/secrets', 'console/transfer', 'console/trial'],
  ['console/app'],
  ['console'],
  ['demo'],
];

const SOURCES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?<!\.d)\.ts$/.test(file));

function floorOf(folder: string): number {
  return FLOORS.findIndex((folders) => folders.includes(folder));
}

/** The folders of this project that a file imports from. */
function imported(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const paths = Array.from(text.matchAll(/\b(?:from|import)\s*\(?'(\.[^']+)'/g), ([, path]) => path);
  return paths.filter((path) => !path.endsWith('.css')).map((path) => dirname(join(dirname(file), path)));
}

test('should have a floor for each folder', () => {
  const folders = new Set(SOURCES.map((file) => dirname(file)));

  assert.ok(SOURCES.length > 0);
  assert.deepEqual([...folders].sort(), FLOORS.flat().sort());
});

test('should import from lower floors only', () => {
  const upward = SOURCES.flatMap((file) =>
    imported(file)
      .filter((folder) => folder !== dirname(file) && floorOf(folder) >= floorOf(dirname(file)))
      .map((folder) => `${file} imports from ${folder}`),
  );

  assert.deepEqual(upward, []);
});
