import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reorder, type ReorderHost } from 'web/console/list/reorder';

Object.assign(globalThis, {
  window: new EventTarget(),
  requestAnimationFrame: (callback: () => void) => callback(),
});

/** A list of three actions that tells what became of them. */
function list(): { readonly reorder: Reorder; readonly said: string[]; readonly orders: (readonly string[])[] } {
  const said: string[] = [];
  const orders: (readonly string[])[] = [];
  const host = {
    ids: ['a', 'b', 'c'],
    rows: [],
    addController: () => {},
    requestUpdate: () => {},
    nameOf: (id: string) => id.toUpperCase(),
    announce: (text: string) => void said.push(text),
    reorder: (ids: readonly string[]) => void orders.push(ids),
  };
  return { reorder: new Reorder(host as unknown as ReorderHost), said, orders };
}

/** A press by the keyboard. */
const BY_KEY = { detail: 0 } as MouseEvent;

function press(reorder: Reorder, ...keys: readonly string[]): void {
  keys.forEach((key) => reorder.keyDown({ key, preventDefault: () => {} } as KeyboardEvent));
}

test('should pick a row up, move it and put it down by keys', () => {
  const { reorder, said, orders } = list();

  reorder.pressed(BY_KEY, 'c');
  assert.equal(reorder.held, 'c');
  press(reorder, 'ArrowUp');
  assert.deepEqual(reorder.order, ['a', 'c', 'b']);
  reorder.pressed(BY_KEY, 'c');

  assert.deepEqual(orders, [['a', 'c', 'b']]);
  assert.equal(reorder.held, undefined);
  assert.match(said[0], /^C picked up/);
  assert.deepEqual(said.slice(1), ['Position 2 of 3', 'C is now at position 2 of 3']);
});

test('should not move a row past the ends', () => {
  const { reorder } = list();

  reorder.pressed(BY_KEY, 'b');
  press(reorder, 'ArrowDown', 'ArrowDown', 'ArrowDown');
  assert.deepEqual(reorder.order, ['a', 'c', 'b']);

  press(reorder, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
  assert.deepEqual(reorder.order, ['b', 'a', 'c']);
});

for (const key of ['Escape', 'Tab']) {
  test(`should leave a row where it was by ${key}`, () => {
    const { reorder, said, orders } = list();

    reorder.pressed(BY_KEY, 'a');
    press(reorder, 'ArrowDown', key);

    assert.deepEqual(reorder.order, ['a', 'b', 'c']);
    assert.deepEqual(orders, []);
    assert.equal(said.at(-1), 'A stays where it was');
  });
}

test('should change nothing by a row that is put down where it was', () => {
  const { reorder, orders } = list();

  reorder.pressed(BY_KEY, 'a');
  press(reorder, 'ArrowDown', 'ArrowUp');
  reorder.pressed(BY_KEY, 'a');

  assert.deepEqual(orders, []);
});

test('should move nothing by keys unless a row is held', () => {
  const { reorder } = list();

  press(reorder, 'ArrowDown', 'Escape');

  assert.deepEqual(reorder.order, ['a', 'b', 'c']);
});

test('should not pick a row up by a click of a mouse', () => {
  const { reorder } = list();

  reorder.pressed({ detail: 1 } as MouseEvent, 'a');

  assert.equal(reorder.held, undefined);
});
