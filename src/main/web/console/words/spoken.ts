import type { Words } from './english';
import { type Language, languageOf } from './language';
import { TRANSLATIONS } from './translations';

/** What this page speaks, from its beginning to its end. English where there is no page, as in tests. */
export const language: Language =
  typeof location === 'undefined' ? languageOf('', []) : languageOf(location.search, navigator.languages);

export const words: Words = TRANSLATIONS[language.code];

/** A name of something within a sentence, where German alone keeps its capital. */
export function inside(name: string): string {
  return language.code === 'de' ? name : name.toLocaleLowerCase(language.locale);
}

/** Tells the browser and screen readers, and turns the page around for what is read from right to left. */
export function speak(root: HTMLElement): void {
  root.lang = language.locale;
  root.dir = language.direction;
}
