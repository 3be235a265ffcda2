import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH } from 'web/embed/words/english';
import { GERMAN } from 'web/embed/words/german';
import type { Labels } from 'web/embed/words/labels';
import { isRightToLeft, wordsIn } from 'web/embed/words/translations';

const LANGUAGES = ['ar', 'de', 'es', 'fr', 'hi', 'pt'];

function textsOf({ outcomes, ...labels }: Labels): ReadonlyMap<string, string> {
  return new Map([...Object.entries(labels), ...Object.entries(outcomes)]);
}

function placeholders(text: string | undefined): readonly string[] {
  return [...(text ?? '').matchAll(/\{\w+\}/g)].map(([found]) => found).sort();
}

for (const language of ['en', ...LANGUAGES]) {
  test(`should have every text with its placeholders: ${language}`, () => {
    const texts = textsOf(wordsIn(language));

    for (const [name, english] of textsOf(ENGLISH)) {
      assert.ok(texts.get(name)?.trim(), name);
      assert.deepEqual(placeholders(texts.get(name)), placeholders(english), name);
    }
  });
}

for (const language of LANGUAGES) {
  test(`should be no English: ${language}`, () => {
    const words = wordsIn(language);

    assert.notEqual(words, ENGLISH);
    assert.deepEqual(Object.keys(words.outcomes).sort(), Object.keys(GERMAN.outcomes).sort());
    assert.equal(isRightToLeft(words), language === 'ar');
  });
}

test('should choose by the first part of a language tag', () => {
  assert.equal(wordsIn('de-AT'), GERMAN);
  assert.equal(wordsIn('DE'), GERMAN);
  assert.equal(wordsIn('de_CH'), GERMAN);
});

test('should speak English where there is no translation', () => {
  for (const language of ['', 'en-GB', 'nl', 'constructor', 'x-de', '-']) {
    assert.equal(wordsIn(language), ENGLISH, language);
  }
});
