import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Followed } from 'web/embed/followed';

function idsOf(followed: Followed<string>, now: number): readonly string[] {
  return followed.due(now).map(([id]) => id);
}

test('should ask a second after a click for the first time', () => {
  const followed = new Followed<string>();
  followed.add('e1', 'first', 500);

  assert.equal(followed.nextAt, 1_500);
  assert.deepEqual(followed.due(1_499), []);
  assert.deepEqual(followed.due(1_500), [['e1', 'first']]);
});

test('should ask less and less often, and every half minute in the end', () => {
  const followed = new Followed<string>(() => 0);
  followed.add('e1', 'first', 0);
  const waits: number[] = [];
  let now = followed.nextAt ?? 0;
  for (let count = 0; count < 10; count++) {
    followed.postpone('e1', now);
    const next = followed.nextAt ?? 0;
    waits.push(next - now);
    now = next;
  }

  assert.deepEqual(
    waits.slice(0, 4).map((wait) => Math.round(wait)),
    [1600, 2560, 4096, 6554],
  );
  assert.equal(waits.at(-1), 30_000);
});

test('should leave the moment to chance', () => {
  const waits = [0, 0.5, 1].map((chance) => {
    const followed = new Followed<string>(() => chance);
    followed.add('e1', 'first', 0);
    followed.postpone('e1', 0);
    return followed.nextAt;
  });

  assert.deepEqual(waits, [1600, 1400, 1200]);
});

test('should wait for as long as it is told to', () => {
  const followed = new Followed<string>();
  followed.add('e1', 'first', 0);

  followed.postpone('e1', 0, 60_000);

  assert.equal(followed.nextAt, 60_000);
});

test('should ask for each in its own time', () => {
  const followed = new Followed<string>(() => 0);
  followed.add('e1', 'first', 0);
  followed.postpone('e1', 1_000);
  followed.add('e2', 'second', 1_000);

  assert.equal(followed.nextAt, 2_000);
  assert.deepEqual(idsOf(followed, 2_000), ['e2']);
  assert.deepEqual(idsOf(followed, 2_600), ['e1', 'e2']);
});

test('should follow the same execution once', () => {
  const followed = new Followed<string>(() => 0);
  followed.add('e1', 'first', 0);
  followed.postpone('e1', 1_000);

  followed.add('e1', 'again', 1_000);

  assert.deepEqual(followed.due(2_600), [['e1', 'first']]);
});

test('should forget the first ones past the most that are followed', () => {
  const followed = new Followed<string>();
  for (let number = 1; number <= 22; number++) {
    followed.add(`e${number}`, '', 0);
  }

  const ids = idsOf(followed, 1_000);

  assert.equal(ids.length, 20);
  assert.deepEqual([ids[0], ids.at(-1)], ['e3', 'e22']);
});

test('should ask for nothing once all have ended', () => {
  const followed = new Followed<string>();
  followed.add('e1', 'first', 0);

  followed.forget('e1');
  followed.postpone('e1', 0);

  assert.equal(followed.nextAt, undefined);
  assert.deepEqual(followed.due(60_000), []);
});
