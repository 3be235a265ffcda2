import assert from 'node:assert/strict';
import { test } from 'node:test';
import { below, jsonLines } from 'web/console/trial/json-lines';

test('should write JSON line by line, each with the name of its value', () => {
  const lines = jsonLines({ id: 1, list: ['a', { b: null }], none: {}, empty: [] }, 'response');

  assert.deepEqual(
    lines.map(({ depth, text, path }) => [depth, text, path]),
    [
      [0, '{', 'response'],
      [1, '"id": 1,', 'response.id'],
      [1, '"list": [', 'response.list'],
      [2, '"a",', 'response.list.0'],
      [2, '{', 'response.list.1'],
      [3, '"b": null', 'response.list.1.b'],
      [2, '}', undefined],
      [1, '],', undefined],
      [1, '"none": {},', 'response.none'],
      [1, '"empty": []', 'response.empty'],
      [0, '}', undefined],
    ],
  );
  assert.equal(lines[1].value, 1);
  assert.equal(lines[2].value, undefined);
});

test('should write a value that is no list and no object', () => {
  assert.deepEqual(jsonLines('text', 'response'), [{ depth: 0, text: '"text"', path: 'response', value: 'text' }]);
});

const NAMES: readonly (readonly [key: string, path: string | undefined])[] = [
  ['id', 'response.id'],
  ['0', 'response.0'],
  ['content-type', 'response.content-type'],
  ['@odata.id', 'response.[@odata.id]'],
  ['Order Number', 'response.[Order Number]'],
  ['größe', 'response.[größe]'],
  ['__proto__', 'response.__proto__'],
  ['', undefined],
  ['a]b', undefined],
  ['a\nb', undefined],
  ['{{x}}', undefined],
  ['x'.repeat(300), undefined],
];

for (const [key, path] of NAMES) {
  test(`should name ${JSON.stringify(key).slice(0, 30)} as templates do`, () => {
    assert.equal(below('response', key), path);
  });
}

test('should name nothing below what has no name', () => {
  const lines = jsonLines({ 'a]b': { c: 1 } }, 'response');

  assert.deepEqual(
    lines.map(({ path }) => path),
    ['response', undefined, undefined, undefined, undefined],
  );
});

test('should stop at so many lines that nobody reads', () => {
  const lines = jsonLines(
    Array.from({ length: 100_000 }, (_, place) => place),
    'response',
  );

  assert.equal(lines.length, 1_001);
  assert.deepEqual(lines.at(-1), { depth: 0, text: '…', path: undefined });
});
