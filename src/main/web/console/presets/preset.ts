import type { WebhookConfig } from '../api/contract';

/** A webhook that is complete but for what is asked. */
export interface Preset {
  readonly title: string;
  /** Of the API; absent if there is no certain one. */
  readonly documentation?: string;
  /** Of the action and its button. */
  readonly name: string;
  readonly icon: string;
  readonly asks: readonly Ask[];
  /** Secrets of the organization that the config uses. */
  readonly secrets: readonly AskedSecret[];
  /** With `[[name]]` where a value is asked for. */
  readonly config: object;
}

/** A value that stands in the config. */
export interface Ask {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly sample: string;
}

export interface AskedSecret {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** How an address names a preset. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const PLACE = /\[\[(\w+)\]\]/g;

/** The config of a preset with what was answered; a text that stands in JSON or in a URL stays one value there. */
export function configOf(preset: Preset, answers: Readonly<Record<string, string>>): WebhookConfig {
  const answer = (name: string): string => (answers[name] ?? '').trim();
  return filled(preset.config, '', answer) as WebhookConfig;
}

function filled(value: unknown, key: string, answer: (name: string) => string): unknown {
  if (typeof value === 'string') {
    return filledText(value, key, answer);
  }
  if (Array.isArray(value)) {
    return value.map((item) => filled(item, key, answer));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filled(part, name, answer)]))
    : value;
}

function filledText(text: string, key: string, answer: (name: string) => string): string {
  return text.replace(PLACE, (place, name: string) => {
    const value = answer(name);
    if (key === 'body') {
      return JSON.stringify(value).slice(1, -1);
    }
    return key.endsWith('url') && place !== text ? encodeURIComponent(value) : value;
  });
}

/** Whether all that is asked has an answer. */
export function isAnswered(preset: Preset, answers: Readonly<Record<string, string>>): boolean {
  return preset.asks.every(({ name }) => (answers[name] ?? '').trim() !== '');
}
