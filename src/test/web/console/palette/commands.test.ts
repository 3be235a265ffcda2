import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Command, found, MOST_SHOWN } from 'web/console/palette/commands';

function commands(...names: ReadonlyArray<string | [name: string, kind: string]>): readonly Command[] {
  return names.map((named, place) => {
    const [name, kind] = typeof named === 'string' ? [named, 'Page'] : named;
    return { id: String(place), name, kind, run: () => {} };
  });
}

const ALL = commands(
  'Recreate index',
  'Create ticket',
  'Ticket: create one',
  ['Find in directory', 'Link'],
  ['Übersicht öffnen', 'Link'],
);

const SEARCHES: ReadonlyArray<[typed: string, names: readonly string[]]> = [
  ['create', ['Create ticket', 'Ticket: create one', 'Recreate index']],
  ['CREATE  tick', ['Ticket: create one', 'Create ticket']],
  ['ubersicht', ['Übersicht öffnen']],
  ['link', ['Find in directory', 'Übersicht öffnen']],
  ['nothing', []],
];

for (const [typed, names] of SEARCHES) {
  test(`should find by ${typed}`, () => {
    assert.deepEqual(new Set(found(ALL, typed).map(({ name }) => name)), new Set(names));
  });
}

test('should have the best first', () => {
  assert.deepEqual(
    found(ALL, 'create').map(({ name }) => name),
    ['Create ticket', 'Ticket: create one', 'Recreate index'],
  );
});

test('should show all in their order where nothing was typed, but not too many', () => {
  assert.deepEqual(found(ALL, '  '), ALL);
  assert.equal(
    found(commands(...Array.from({ length: 1000 }, (_, place) => `Action ${place}`)), '').length,
    MOST_SHOWN,
  );
});
