/** The languages that the console has words for, by the first part of their tags. */
export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'pt'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** What the console speaks, and how. */
export interface Language {
  readonly code: LanguageCode;
  /** For numbers and dates, with the region if it is known, such as `pt-BR` (BCP 47). */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the address says, which links keep; undefined if it is the browser's language. */
  readonly given: string | undefined;
}

const PARAMETER = 'lang';

/**
 * The language of the address if there are words for it, else the first of the browser's that has words, else English.
 *
 * @param query of the address
 * @param preferred the browser's, the best first
 */
export function languageOf(query: string, preferred: readonly string[]): Language {
  const asked = new URLSearchParams(query).get(PARAMETER) ?? '';
  const given = known(asked);
  const [found = ENGLISH] = given ? [given] : preferred.flatMap((tag) => known(tag) ?? []);
  return { ...found, direction: found.code === 'ar' ? 'rtl' : 'ltr', given: given?.locale };
}

/** A query that says the language too, if the address said it before. */
export function withLanguage(query: string, { given }: Pick<Language, 'given'>): string {
  return given ? `${query}${query ? '&' : '?'}${PARAMETER}=${given}` : query;
}

type Known = Pick<Language, 'code' | 'locale'>;

const ENGLISH: Known = { code: 'en', locale: 'en' };

function known(tag: string): Known | undefined {
  const locale = canonical(tag.replaceAll('_', '-'));
  const code = LANGUAGES.find((language) => language === locale?.split('-', 1)[0]);
  return locale && code ? { code, locale } : undefined;
}

/** Undefined of what is no tag; an address may say anything. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag).at(0);
  } catch {
    return undefined;
  }
}
