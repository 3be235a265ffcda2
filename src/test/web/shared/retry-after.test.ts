import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfterSeconds } from 'web/shared/retry-after';

/** The date that is some milliseconds from now, as headers write it. */
function inMilliseconds(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toUTCString();
}

test('should take seconds as they are', () => {
  assert.equal(retryAfterSeconds('0'), 0);
  assert.equal(retryAfterSeconds('17'), 17);
});

test('should count the seconds to a date, rounded up', () => {
  const seconds = retryAfterSeconds(inMilliseconds(90_000));

  assert.ok(seconds !== undefined && seconds >= 89 && seconds <= 90, String(seconds));
  assert.ok(Number.isInteger(seconds));
});

test('should not wait for a date that is over', () => {
  assert.equal(retryAfterSeconds(inMilliseconds(-90_000)), 0);
});

for (const header of [null, '', 'soon', '-']) {
  test(`should not understand ${JSON.stringify(header)}`, () => {
    assert.equal(retryAfterSeconds(header), undefined);
  });
}
