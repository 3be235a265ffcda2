import type { Plural } from './plural';
import { language } from './spoken';

const PLACEHOLDER = /\{(\w+)\}/;

/** Whole numbers, with what divides their thousands. */
export const NUMBER = new Intl.NumberFormat(language.locale);

type Values<T> = Readonly<Record<string, T>>;

/** A text with its placeholders filled in: once, so that a value is only ever a text. */
export function fill(text: string, values: Values<string | number>): string {
  return filled(text, values).map(written).join('');
}

/** The same for templates, whose values may be parts of the page. */
export function filled(text: string, values: Values<unknown>): readonly unknown[] {
  return text
    .split(PLACEHOLDER)
    .map((part, place) => (place % 2 === 0 ? part : Object.hasOwn(values, part) ? values[part] : `{${part}}`));
}

/** What is said of so many. The text may say the number, as `{count}`. */
export function counted(forms: Plural, count: number, values: Values<string | number> = {}): string {
  return fill(formOf(forms, count), { count, ...values });
}

/** The form that a number takes, with its placeholders. */
export function formOf(forms: Plural, count: number, locale = language.locale): string {
  return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
}

function written(part: unknown): string {
  return typeof part === 'number' ? NUMBER.format(part) : String(part);
}
