import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveInColumn, moveInRow } from 'web/embed/roving-focus';

/** Items of a toolbar or a menu, which tell of the last one that was focused. */
class Items {
  focused = '';
  isPrevented = false;
  readonly all: readonly HTMLElement[];

  constructor(...names: readonly string[]) {
    this.all = names.map(
      (name) => ({ textContent: ` ${name} `, focus: () => (this.focused = name) }) as unknown as HTMLElement,
    );
  }

  /** A key that is pressed in one of them. */
  press(place: number, key: string, modifiers: Partial<KeyboardEvent> = {}): KeyboardEvent {
    const preventDefault = () => (this.isPrevented = true);
    return { key, target: this.all[place], preventDefault, ...modifiers } as unknown as KeyboardEvent;
  }
}

const IN_ROW: ReadonlyArray<[place: number, key: string, isRightToLeft: boolean, focused: string]> = [
  [0, 'ArrowRight', false, 'b'],
  [2, 'ArrowRight', false, 'a'],
  [0, 'ArrowLeft', false, 'c'],
  [0, 'ArrowRight', true, 'c'],
  [0, 'ArrowLeft', true, 'b'],
  [1, 'Home', true, 'a'],
  [1, 'End', true, 'c'],
  [1, 'ArrowDown', false, ''],
  [1, 'b', false, ''],
];

for (const [place, key, isRightToLeft, focused] of IN_ROW) {
  test(`should move from ${place} to "${focused}" by ${key}${isRightToLeft ? ' from right to left' : ''}`, () => {
    const items = new Items('a', 'b', 'c');

    moveInRow(items.press(place, key), items.all, isRightToLeft);

    assert.equal(items.focused, focused);
    assert.equal(items.isPrevented, focused !== '');
  });
}

const IN_COLUMN: ReadonlyArray<[place: number, key: string, modifiers: Partial<KeyboardEvent>, focused: string]> = [
  [0, 'ArrowDown', {}, 'Close'],
  [0, 'ArrowUp', {}, 'Copy'],
  [0, 'End', {}, 'Copy'],
  [0, 'ArrowRight', {}, ''],
  [0, 'c', {}, 'Close'],
  [1, 'C', {}, 'Copy'],
  [2, 'c', {}, 'Call'],
  [0, 'x', {}, ''],
  [0, ' ', {}, ''],
  [0, 'c', { ctrlKey: true }, ''],
  [0, 'c', { metaKey: true }, ''],
  [0, 'Enter', {}, ''],
];

for (const [place, key, modifiers, focused] of IN_COLUMN) {
  test(`should move from ${place} to "${focused}" by "${key}" ${Object.keys(modifiers)} in a menu`, () => {
    const items = new Items('Call', 'Close', 'Copy');

    moveInColumn(items.press(place, key, modifiers), items.all);

    assert.equal(items.focused, focused);
  });
}

test('should not move where there is nothing', () => {
  const items = new Items();

  moveInRow(items.press(0, 'ArrowRight'), items.all, false);

  assert.equal(items.isPrevented, false);
});
