import type { Labels } from './labels';
import { ARABIC } from './arabic';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { HINDI } from './hindi';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';

/** By the first part of a language tag. */
const TRANSLATIONS: Readonly<Record<string, Labels>> = {
  ar: ARABIC,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  hi: HINDI,
  pt: PORTUGUESE,
};
const RIGHT_TO_LEFT = ARABIC;

/** The words of a language, such as `pt-BR`; English where there are none. */
export function wordsIn(language: string): Labels {
  const [first] = language.toLowerCase().split(/[-_]/);
  return Object.hasOwn(TRANSLATIONS, first) ? TRANSLATIONS[first] : ENGLISH;
}

export function isRightToLeft(words: Labels): boolean {
  return words === RIGHT_TO_LEFT;
}
