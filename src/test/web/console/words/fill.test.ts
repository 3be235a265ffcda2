import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, fill, filled, formOf } from 'web/console/words/fill';
import { TRANSLATIONS } from 'web/console/words/translations';

const HOSTILE = ['<img src=x onerror=alert(1)>', '{name} {count}', '$& $1 $$', '\\', '', '‮'];

for (const value of HOSTILE) {
  test(`should fill in as it is: ${value}`, () => {
    assert.equal(fill('{name} was deleted', { name: value }), `${value} was deleted`);
    assert.equal(
      counted({ one: '{count} by {name}', other: '{count} by {name}' }, 2, { name: value }),
      `2 by ${value}`,
    );
  });
}

test('should leave what it does not have', () => {
  assert.equal(
    fill('{name} {other} {constructor} {__proto__}', { name: 'Call' }),
    'Call {other} {constructor} {__proto__}',
  );
  assert.equal(fill('{{response.id}} {{name}}', {}), '{{response.id}} {{name}}');
});

test('should give parts to templates as they are, and texts around them', () => {
  const part = { is: 'a part' };

  assert.deepEqual(filled('Write {example} here', { example: part }), ['Write ', part, ' here']);
  assert.deepEqual(filled('{example}', { example: part }), ['', part, '']);
});

test('should write numbers as the language does', () => {
  assert.equal(fill('{count} at most', { count: 10_000 }), '10,000 at most');
});

test('should say how many there are', () => {
  const { actions } = TRANSLATIONS.en.list;

  assert.equal(counted(actions, 0), '0 actions');
  assert.equal(counted(actions, 1), '1 action');
  assert.equal(counted(actions, 1_200), '1,200 actions');
});

test('should take the form of a number that the language has', () => {
  const { actions } = TRANSLATIONS.ar.list;

  assert.equal(formOf(actions, 1, 'ar'), actions.one);
  assert.equal(formOf(actions, 2, 'ar'), actions.two);
  assert.equal(formOf(actions, 5, 'ar'), actions.few);
  assert.equal(formOf(actions, 11, 'ar'), actions.many);
  assert.equal(formOf(actions, 0, 'ar'), actions.other);
  assert.equal(formOf(TRANSLATIONS.fr.list.actions, 0, 'fr'), TRANSLATIONS.fr.list.actions.one);
});
