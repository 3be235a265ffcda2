import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeOf } from 'web/console/list/row-range';

const SEEN = { top: 200, bottom: 720 };
const HEIGHT = 52;

/** As if that many pixels of the list were scrolled away. */
function scrolled(pixels: number) {
  return rangeOf(SEEN.top - pixels, SEEN, HEIGHT);
}

test('should begin with the first rows', () => {
  assert.deepEqual(scrolled(0), { start: 0, end: 40 });
});

test('should draw what can be seen wherever the list is scrolled to, and more on each side', () => {
  for (let pixels = 0; pixels < 52_000; pixels += 137) {
    const range = scrolled(pixels);

    assert.ok(range);
    assert.ok(range.start <= Math.max(0, Math.floor(pixels / HEIGHT) - 20), `${pixels}`);
    assert.ok(range.end >= Math.ceil((pixels + 520) / HEIGHT) + 20, `${pixels}`);
    assert.ok(range.end - range.start <= 80, `${pixels}`);
  }
});

test('should stay the same for small ways', () => {
  assert.deepEqual(scrolled(5_210), scrolled(5_230));
});

test('should draw nothing else while nothing can be seen', () => {
  assert.equal(rangeOf(0, { top: 10, bottom: 10 }, HEIGHT), undefined);
});
