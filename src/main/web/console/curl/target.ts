import type { Argument } from './arguments';
import { CurlFault } from './fault';
import type { CurlRequest } from './request';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
/** What begins as http or https does, and goes on as no URL does: `https//`, `https:/`, `https;//`, `https:\\\\`. */
const MISTYPED = /^(https?)(?!:\/\/[^/:\\])(?:[:;.,]*[/\\]+|:+(?!\d+(?:\/|$))|$)([^]*)$/i;

/** Where a command sends to, and the user that the URL names. */
export function urlOf(
  list: readonly Argument[],
  queries: readonly string[],
): { readonly url: string; readonly user?: CurlRequest['user'] } {
  const urls = list.filter(({ name }) => name === '' || name === '--url').map(({ value }) => value.trim());
  const [given, another] = urls.filter(Boolean);
  if (!given) {
    throw new CurlFault(words.curl.noUrl);
  }
  refuseMistyped(given, another);
  if (another) {
    throw new CurlFault(twoUrls(given, another));
  }
  const [, scheme] = SCHEME.exec(given) ?? [];
  if (scheme && !/^https?$/i.test(scheme)) {
    throw new CurlFault(fill(words.curl.badScheme, { scheme }));
  }
  const { url, user } = withoutUser(scheme ? given : `https://${given}`);
  return { url: withQueries(url, queries.filter(Boolean)), user };
}

/** Curl would look up a host of the name `https`. */
function refuseMistyped(url: string, next = ''): void {
  const [, scheme, rest] = MISTYPED.exec(url) ?? [];
  const twice = /^https?:\/\/(https?:\/\/[^]*)$/i.exec(url)?.[1];
  const right = twice ?? (url.startsWith('//') ? `https:${url}` : scheme && `${scheme}://${rest || next || '…'}`);
  if (right) {
    throw new CurlFault(fill(words.curl.badUrl, { url, right }));
  }
}

/** A second one is most often a value whose quotes or option were forgotten. */
function twoUrls(one: string, other: string): string {
  const stray = [one, other].find((text) => !SCHEME.test(text)) ?? other;
  return SCHEME.test(one) && SCHEME.test(other)
    ? fill(words.curl.twoUrls, { one, other })
    : fill(words.curl.stray, { text: stray });
}

function withoutUser(url: string): { readonly url: string; readonly user?: CurlRequest['user'] } {
  // Up to the last sign: names are often addresses of email.
  const [, scheme, name, password, rest] = /^(https?:\/\/)([^/?#:]*)(?::([^/?#]*))?@([^]*)$/i.exec(url) ?? [];
  return scheme && rest
    ? { url: scheme + rest, user: { name: decoded(name), password: decoded(password ?? '') } }
    : { url };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withQueries(url: string, queries: readonly string[]): string {
  if (queries.length === 0) {
    return url;
  }
  const [base, ...fragment] = url.split('#');
  const joined = queries.reduce(
    (whole, query) => whole + (whole.includes('?') ? (/[?&]$/.test(whole) ? '' : '&') : '?') + query,
    base,
  );
  return [joined, ...fragment].join('#');
}
