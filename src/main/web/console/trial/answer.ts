import type { TrialResult } from '../api/contract';

/** What is sent with a preview as a sample may have so many characters. */
const MOST = 200_000;

/** The JSON of an upstream's answer, as templates get it; undefined if it is none. */
export function jsonOf({ exchange, data }: TrialResult): unknown {
  const response = exchange?.response;
  if (!response?.body || isMarkup(response.headers)) {
    return undefined;
  }
  if (!response.truncated) {
    return parsed(response.body);
  }
  // The service has told all of it as data, if it could read it.
  return /^\s*[[{]/.test(response.body) && !isText(data) ? data : undefined;
}

/** A sample for previews; undefined if it is too large for one. */
export function sampleOf(json: unknown): unknown {
  return json !== undefined && JSON.stringify(json).length <= MOST ? json : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The service reads no JSON in it, whatever it looks like. */
function isMarkup(headers: Readonly<Record<string, string>>): boolean {
  const [, type = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return /^\s*(text\/html|image\/|[\w.-]+\/xml|[\w.-]+\/[\w.-]+\+xml)/i.test(type);
}

/** How the service tells of an answer that is no JSON. */
function isText(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.keys(data).join() === 'body';
}
