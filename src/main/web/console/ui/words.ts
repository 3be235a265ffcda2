import type { ActionType } from '../api/contract';
import { fill } from '../words/fill';
import { language, words } from '../words/spoken';

export const TYPE_NAMES: Readonly<Record<ActionType, string>> = {
  webhook: words.types.webhook,
  url: words.types.url,
  javascript: words.types.javascript,
};

export const TYPE_MEANINGS: Readonly<Record<ActionType, string>> = {
  webhook: words.types.callsApi,
  url: words.types.opensPage,
  javascript: words.types.runsCode,
};

const TIME = new Intl.DateTimeFormat(language.locale, { dateStyle: 'medium', timeStyle: 'short' });

/** A time of the API in the words and the zone of whoever reads it. */
export function timeOf(timestamp: string): string {
  const time = new Date(timestamp);
  return Number.isNaN(time.getTime()) ? timestamp : TIME.format(time);
}

const TENTHS = new Intl.NumberFormat(language.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Milliseconds in a unit that is read at a glance. */
export function durationOf(milliseconds: number): string {
  return milliseconds < 1000
    ? fill(words.common.milliseconds, { count: milliseconds })
    : fill(words.common.seconds, { count: TENTHS.format(milliseconds / 1000) });
}
