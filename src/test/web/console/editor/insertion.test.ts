import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertInto, tag } from 'web/console/editor/insertion';

/** A text field as far as insertion uses it. */
class Field extends EventTarget {
  isFocused = false;

  constructor(
    public value: string,
    readonly selectionStart: number | null,
    readonly selectionEnd: number | null,
  ) {
    super();
  }

  focus(): void {
    this.isFocused = true;
  }

  setRangeText(text: string, start: number, end: number): void {
    this.value = this.value.slice(0, start) + text + this.value.slice(end);
  }
}

Object.assign(globalThis, { InputEvent: Event });

function insert(field: Field, text: string): string {
  let heard = '';
  field.addEventListener('input', () => (heard = field.value));
  insertInto(field as unknown as HTMLInputElement, text);
  assert.equal(heard, field.value);
  assert.equal(field.isFocused, true);
  return field.value;
}

test('should insert where the caret is', () => {
  assert.equal(insert(new Field('ac', 1, 1), 'b'), 'abc');
});

test('should replace what is selected', () => {
  assert.equal(insert(new Field('a--c', 1, 3), 'b'), 'abc');
});

test('should insert at the end of a field that has no caret', () => {
  assert.equal(insert(new Field('ab', null, null), 'c'), 'abc');
});

test('should do nothing without a field', () => {
  assert.doesNotThrow(() => insertInto(null, 'x'));
});

test('should write variables as templates do', () => {
  assert.equal(tag('contact.name'), '{{contact.name}}');
});
