import { language } from '../words/spoken';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Clocks of browsers and services differ. */
const NOW = 45_000;
const WEEK = 7 * DAY;

/**
 * How long ago a time of the API was, or in how long it will be; a date where that is more than a week.
 *
 * @param now milliseconds since 1970
 */
export function agoOf(timestamp: string, now: number, locale = language.locale): string {
  const time = Date.parse(timestamp);
  if (Number.isNaN(time)) {
    return timestamp;
  }
  const passed = time - now;
  const length = Math.abs(passed);
  if (length >= WEEK) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(time);
  }
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (length < NOW) {
    return format.format(0, 'second');
  }
  const [size, unit] = UNITS.find(([, , most]) => length < most) ?? UNITS[UNITS.length - 1];
  const count = Math.max(1, Math.floor(length / size));
  return format.format(passed < 0 ? -count : count, unit);
}

const UNITS: ReadonlyArray<[size: number, unit: 'minute' | 'hour' | 'day', most: number]> = [
  [MINUTE, 'minute', HOUR],
  [HOUR, 'hour', DAY],
  [DAY, 'day', WEEK],
];

/** A time of the API to the second, with its zone. */
export function exactTimeOf(timestamp: string, locale = language.locale): string {
  const time = Date.parse(timestamp);
  return Number.isNaN(time)
    ? timestamp
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' }).format(time);
}

/** What a field of a date and time holds for a time of the API: the zone of whoever reads it, to the minute. */
export function localTimeOf(timestamp: string): string {
  const time = new Date(timestamp);
  if (Number.isNaN(time.getTime())) {
    return '';
  }
  const [year, ...rest] = [time.getFullYear(), time.getMonth() + 1, time.getDate(), time.getHours(), time.getMinutes()];
  const [month, day, hour, minute] = rest.map((part) => String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

/** The time of the API for what such a field holds; empty if it holds none. */
export function timeFromLocal(text: string): string {
  const time = new Date(text);
  return text === '' || Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
