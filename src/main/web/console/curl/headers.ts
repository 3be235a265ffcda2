import { CurlFault } from './fault';
import type { Argument } from './arguments';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

type Headers = ReadonlyArray<readonly [string, string]>;

/** What the service sets itself, and refuses in an action. */
const OWN = new Set([
  ...['host', 'content-length', 'accept-encoding', 'connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'proxy-authorization', 'proxy-connection', 'expect'],
]);
/** What a browser says of itself. */
const OF_BROWSERS = /^(?:sec-.*|upgrade-insecure-requests|priority|dnt|:.*)$/;

export interface ReadHeaders {
  readonly headers: Headers;
  /** Names of those that are left out. */
  readonly dropped: readonly string[];
}

/** The headers that options name, the last of each name. */
export function headersOf(list: readonly Argument[]): ReadHeaders {
  const found = new Map<string, readonly [string, string]>();
  const dropped: string[] = [];
  for (const [name, value] of [...shorthands(list), ...list.filter(isHeader).flatMap(headerIn)]) {
    const key = name.toLowerCase();
    if (OWN.has(key) || OF_BROWSERS.test(key)) {
      dropped.push(name);
    } else {
      found.set(key, [name, value]);
    }
  }
  return { headers: [...found.values()], dropped };
}

function isHeader({ name }: Argument): boolean {
  return name === '--header';
}

/** Options that are headers by another name. */
function shorthands(list: readonly Argument[]): Headers {
  const names: Readonly<Record<string, string>> = {
    '--user-agent': 'User-Agent',
    '--referer': 'Referer',
    '--cookie': 'Cookie',
    '--oauth2-bearer': 'Authorization',
  };
  return list
    .filter(({ name, value }) => name in names && value !== '')
    .map(({ name, value }) => {
      if (name === '--cookie' && !value.includes('=')) {
        throw new CurlFault(fill(words.curl.cookieFile, { file: value }));
      }
      return [names[name], name === '--oauth2-bearer' ? `Bearer ${value}` : value] as const;
    });
}

function headerIn({ value: text }: Argument): Headers {
  if (text.startsWith('@')) {
    throw new CurlFault(fill(words.curl.headerFile, { file: text.slice(1) }));
  }
  const colon = text.indexOf(':', 1);
  if (colon < 0) {
    const name = text.replace(/;\s*$/, '');
    if (name === text) {
      throw new CurlFault(fill(words.curl.noColon, { text }));
    }
    return [[name.trim(), '']];
  }
  const [name, value] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  if (/\s/.test(name)) {
    throw new CurlFault(fill(words.curl.headerName, { name, right: name.replace(/\s+/g, '-') }));
  }
  // Without a value, curl leaves out a header that it would send otherwise.
  return value ? [[name, value]] : [];
}
