import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH, type Words } from 'web/console/words/english';
import { LANGUAGES } from 'web/console/words/language';
import { TRANSLATIONS } from 'web/console/words/translations';
import { PRESETS } from 'web/console/presets/presets';
import names from 'web/console/template/names.json' with { type: 'json' };

type Text = string | Readonly<Record<string, string>>;

/** What English takes from the names of templates. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  variables: [...names.groups.flatMap(({ variables }) => variables), ...names.positions].map(({ path }) => path),
  filters: names.filters.map(({ name }) => name),
};
const TEXTS: ReadonlyMap<string, Text> = new Map([
  ...textsOf(ENGLISH),
  ...Object.entries(NAMED).flatMap(([area, keys]) => keys.map((key): [string, Text] => [`${area}.${key}`, ''])),
]);
/** What presets say in English. */
const PRESET_TEXTS = new Set(
  PRESETS.flatMap(({ title, name, asks, secrets }) => [
    title,
    name,
    ...[...asks, ...secrets].flatMap(({ label, hint }) => [label, ...(hint ? [hint] : [])]),
  ]),
);
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

function textsOf(words: Words): ReadonlyMap<string, Text> {
  return new Map(
    Object.entries({ ...words, presets: {} }).flatMap(([area, texts]) =>
      Object.entries(texts).map(([key, text]): [string, Text] => [`${area}.${key}`, text]),
    ),
  );
}

function formsOf(text: Text): Readonly<Record<string, string>> {
  return typeof text === 'string' ? { other: text } : text;
}

function placeholders(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name))].sort();
}

for (const language of OTHERS) {
  const texts = textsOf(TRANSLATIONS[language]);

  test(`should have the texts of English and no others: ${language}`, () => {
    assert.deepEqual([...texts.keys()].sort(), [...TEXTS.keys()].sort());
  });

  test(`should say what presets ask: ${language}`, () => {
    const { presets } = TRANSLATIONS[language];

    assert.deepEqual(
      Object.keys(presets).filter((text) => !PRESET_TEXTS.has(text)),
      [],
    );
    // All but names, such as those of the settings of an API.
    const untold = [...PRESET_TEXTS].filter((text) => !Object.hasOwn(presets, text));
    assert.ok(untold.length < 12, untold.join(', '));
    assert.ok(Object.values(presets).every((text) => text.trim() !== ''));
  });

  test(`should say something everywhere: ${language}`, () => {
    const empty = [...texts].filter(([, text]) => Object.values(formsOf(text)).some((form) => form.trim() === ''));

    assert.deepEqual(empty, []);
  });

  test(`should have the placeholders of English: ${language}`, () => {
    for (const [key, english] of TEXTS) {
      const text = texts.get(key) ?? '';
      const known = placeholders(formsOf(english).other);

      assert.equal(typeof text, typeof english, key);
      assert.deepEqual(placeholders(formsOf(text).other), known, key);
      Object.values(formsOf(text)).forEach((form) =>
        placeholders(form).forEach((name) => assert.ok(known.includes(name), `${key}: ${name}`)),
      );
    }
  });

  test(`should have only forms that the language has, and count where one is for several numbers: ${language}`, () => {
    const rules = new Intl.PluralRules(language);
    const single = new Set(['zero', 'one', 'two'].filter((form) => [0, 1, 2].filter(has(rules, form)).length === 1));

    for (const [key, text] of texts) {
      const needed = placeholders(formsOf(TEXTS.get(key) ?? '').other);
      for (const [form, says] of typeof text === 'string' ? [] : Object.entries(text)) {
        assert.ok(
          rules.resolvedOptions().pluralCategories.some((known) => known === form),
          `${key}: ${form}`,
        );
        assert.ok(single.has(form) || needed.every((name) => placeholders(says).includes(name)), `${key}: ${form}`);
      }
    }
  });

  test(`should be no English: ${language}`, () => {
    const english = [...texts].filter(([key, text]) => formsOf(text).other === formsOf(TEXTS.get(key) ?? '').other);

    // Words such as Webhook and URL are the same everywhere.
    assert.ok(english.length < texts.size / 8, english.map(([key]) => key).join(', '));
  });
}

function has(rules: Intl.PluralRules, form: string): (count: number) => boolean {
  return (count) => rules.select(count) === form;
}
