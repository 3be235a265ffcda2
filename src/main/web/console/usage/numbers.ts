import { counted, NUMBER } from '../words/fill';
import { language, words } from '../words/spoken';

const SHORT = new Intl.NumberFormat(language.locale, { notation: 'compact', maximumFractionDigits: 1 });

export function whole(count: number): string {
  return NUMBER.format(count);
}

/** With few digits, such as 1.2K. */
export function short(count: number): string {
  return SHORT.format(count);
}

export function runs(count: number): string {
  return counted(words.usage.runCount, count);
}

const DATE = new Intl.DateTimeFormat(language.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat(language.locale, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
  weekday: 'short',
});

/** A day such as 2026-03-04 in the words of whoever reads it. */
export function dayName(date: string): string {
  return DATE.format(new Date(`${date}T00:00:00Z`));
}

/** The same with its day of the week. */
export function weekdayName(date: string): string {
  return WEEKDAY.format(new Date(`${date}T00:00:00Z`));
}
