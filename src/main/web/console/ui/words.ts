import type { ActionType } from '../api/contract';

export const TYPE_NAMES: Readonly<Record<ActionType, string>> = {
  webhook: 'Webhook',
  url: 'Link',
  javascript: 'Script',
};

export const TYPE_MEANINGS: Readonly<Record<ActionType, string>> = {
  webhook: 'Calls an API',
  url: 'Opens a page',
  javascript: 'Runs code on the server',
};

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A time of the API in the words and the zone of whoever reads it. */
export function timeOf(timestamp: string): string {
  const time = new Date(timestamp);
  return Number.isNaN(time.getTime()) ? timestamp : TIME.format(time);
}

/** Milliseconds in a unit that is read at a glance. */
export function durationOf(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
