import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf, withLanguage } from 'web/console/words/language';

const CHOSEN: ReadonlyArray<[query: string, preferred: readonly string[], locale: string]> = [
  ['', [], 'en'],
  ['', ['de-AT', 'en'], 'de-AT'],
  ['', ['nl', 'fr-CA', 'de'], 'fr-CA'],
  ['', ['nl', 'ja'], 'en'],
  ['', ['en-GB', 'de'], 'en-GB'],
  ['', ['PT-br'], 'pt-BR'],
  ['?lang=de', ['en-US'], 'de'],
  ['?secrets&lang=hi-IN', ['en-US'], 'hi-IN'],
  ['?lang=de_CH', ['en-US'], 'de-CH'],
  ['?lang=DE', ['en-US'], 'de'],
  ['?lang=nl', ['es'], 'es'],
  ['?lang=', ['es'], 'es'],
  ['?lang=%3Cscript%3E', ['es'], 'es'],
  ['?lang=constructor', [], 'en'],
  ['?lang=x-de', [], 'en'],
  ['?lang=de-', ['es'], 'es'],
  ['?lang=' + 'de-'.repeat(9_999), ['not a tag', 'es'], 'es'],
];

for (const [query, preferred, locale] of CHOSEN) {
  test(`should speak ${locale} by ${query.slice(0, 30)} and ${preferred}`, () => {
    const language = languageOf(query, preferred);

    assert.equal(language.locale, locale);
    assert.equal(language.code, locale.split('-', 1)[0]);
  });
}

test('should read Arabic from right to left', () => {
  assert.equal(languageOf('?lang=ar', []).direction, 'rtl');
  assert.equal(languageOf('', ['ar-EG']).direction, 'rtl');
  assert.equal(languageOf('?lang=de', ['ar-EG']).direction, 'ltr');
});

test('should keep in addresses only what the address said', () => {
  const given = languageOf('?lang=pt_br', ['de']);
  const own = languageOf('?lang=nl', ['de']);

  assert.equal(withLanguage('', given), '?lang=pt-BR');
  assert.equal(withLanguage('?new&start=curl', given), '?new&start=curl&lang=pt-BR');
  assert.equal(withLanguage('', own), '');
  assert.equal(withLanguage('?secrets', own), '?secrets');
});
