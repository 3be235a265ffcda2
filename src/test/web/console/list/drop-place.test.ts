import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropPlace, scrollAtEdges } from 'web/console/list/drop-place';

/** A row of a list: 20 pixels high, below the one before it. */
function row(id: string | undefined, place: number): HTMLElement {
  const box = { top: 100 + place * 20, bottom: 120 + place * 20, height: 20 };
  return { dataset: { row: id }, getBoundingClientRect: () => box } as unknown as HTMLElement;
}

const ROWS = [row('a', 0), row('b', 1), row('c', 2)];

test('should be before a row in its upper half, after it in its lower', () => {
  assert.deepEqual(dropPlace(ROWS, 121), { id: 'b', side: 'before' });
  assert.deepEqual(dropPlace(ROWS, 129), { id: 'b', side: 'before' });
  assert.deepEqual(dropPlace(ROWS, 130), { id: 'b', side: 'after' });
  assert.deepEqual(dropPlace(ROWS, 139), { id: 'b', side: 'after' });
});

test('should belong to the lower of two rows on their border', () => {
  assert.deepEqual(dropPlace(ROWS, 120), { id: 'b', side: 'before' });
});

test('should be first above the list and last below it', () => {
  assert.deepEqual(dropPlace(ROWS, -50), { id: 'a', side: 'before' });
  assert.deepEqual(dropPlace(ROWS, 900), { id: 'c', side: 'after' });
});

test('should be nowhere in an empty list', () => {
  assert.equal(dropPlace([], 100), undefined);
});

function scrolled(y: number): number {
  let by = 0;
  const list = {
    getBoundingClientRect: () => ({ top: 0, bottom: 200 }),
    scrollBy: (_: number, step: number) => (by = step),
  };
  scrollAtEdges(list as unknown as Element, y);
  return by;
}

test('should scroll at the edges of the list and nowhere else', () => {
  assert.ok(scrolled(10) < 0);
  assert.ok(scrolled(190) > 0);
  assert.equal(scrolled(36), 0);
  assert.equal(scrolled(100), 0);
  assert.equal(scrolled(164), 0);
});

test('should not mind that there is no list', () => {
  assert.doesNotThrow(() => scrollAtEdges(null, 0));
});
