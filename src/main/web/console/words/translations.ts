import { ARABIC } from './arabic';
import { ENGLISH, type Words } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { HINDI } from './hindi';
import type { LanguageCode } from './language';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';

/** The words of each language. */
export const TRANSLATIONS: Readonly<Record<LanguageCode, Words>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  hi: HINDI,
  pt: PORTUGUESE,
};
