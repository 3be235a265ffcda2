import { type Argument, argumentsOf } from './arguments';
import { dataOf, queryOf, withInput } from './data';
import { CurlFault, shortened } from './fault';
import { headersOf } from './headers';
import { type CurlMethod, type CurlRequest, headerOf, METHODS } from './request';
import { withoutPrompts } from './prompts';
import { FORM, remarksOn } from './remarks';
import { urlOf } from './target';
import { wordsOf } from './words';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

export interface ReadCommand {
  readonly request: CurlRequest;
  /** What became of what could not be taken over as it is. */
  readonly remarks: readonly string[];
}

const CURL = /^\s*(?:(?:[A-Z]:)?[^\s:]*[\\/])?curl(?:\.exe)?\s/i;
const MAX_SECONDS = 60;

/** Whether a text is a command of curl, right or wrong. */
export function isCurl(text: string): boolean {
  return CURL.test(withoutPrompts(text));
}

/**
 * Reads a command of curl.
 *
 * @throws CurlFault if it cannot be understood, or asks for what an action cannot do
 */
export function readCurl(text: string): ReadCommand {
  const command = withoutPrompts(text);
  const taken = wordsOf(command);
  const [program, ...given] = taken.words;
  if (!program) {
    throw new CurlFault(words.curl.paste);
  }
  if (!/^(?:.*[\\/])?curl(?:\.exe)?$/i.test(program.text)) {
    throw new CurlFault(fill(words.curl.beginsWith, { text: shortened(program.text) }));
  }
  const { list, remarks } = argumentsOf(given, command);
  const { request, dropped } = requestOf(withInput(list, taken.input));
  return { request, remarks: [...remarks, ...longTime(list), ...remarksOn(taken, dropped, request)] };
}

function requestOf(list: readonly Argument[]): { readonly request: CurlRequest; readonly dropped: readonly string[] } {
  const has = (name: string): boolean => list.some((argument) => argument.name === name);
  const last = (name: string): string | undefined => list.findLast((argument) => argument.name === name)?.value;
  const data = dataOf(list);
  const isQuery = has('--get');
  refuseTakenUrl(list);
  const { url, user } = urlOf(list, [queryOf(list), isQuery ? (data ?? '') : '']);
  const { headers, dropped } = headersOf(list);
  refuseMultipart(headers);
  const given = userIn(last('--user')) ?? user;
  const body = isQuery ? '' : (data ?? '');
  const request: CurlRequest = {
    method: methodOf(last('--request'), has('--head'), data !== undefined && !isQuery),
    url,
    headers: withTypes(headers, list, isQuery ? undefined : data),
    body,
    ...(given && headerOf(headers, 'Authorization') === undefined ? { user: given } : {}),
    followsRedirects: has('--location') || has('--location-trusted'),
    ...secondsIn(last('--max-time')),
  };
  return { request: withoutBasicHeader(request), dropped };
}

/** A body that a browser has put together would lose its line breaks in the form. */
function refuseMultipart(headers: CurlRequest['headers']): void {
  const [type] = /^multipart\/[\w-]+/i.exec(headerOf(headers, 'Content-Type') ?? '') ?? [];
  if (type) {
    throw new CurlFault(fill(words.curl.cannot, { reason: words.curl.forms, option: type }));
  }
}

/** An option whose value was forgotten takes the URL for it. */
function refuseTakenUrl(list: readonly Argument[]): void {
  const taken = list.find(({ name, value }) => name !== '--referer' && /^https?:\/\//i.test(value));
  if (taken && list.every(({ name }) => name !== '' && name !== '--url')) {
    throw new CurlFault(fill(words.curl.swallowed, { option: taken.name, value: taken.value }));
  }
}

function methodOf(named: string | undefined, isHead: boolean, hasData: boolean): CurlMethod {
  const name = (named ?? (isHead ? 'HEAD' : hasData ? 'POST' : 'GET')).trim().toUpperCase();
  const method = METHODS.find((known) => known === name);
  if (!method) {
    throw new CurlFault(
      fill(words.curl.badMethod, { method: shortened(name), methods: METHODS.join(words.fields.comma) }),
    );
  }
  return method;
}

/** With the types that curl sends unless a header says otherwise. */
function withTypes(
  headers: CurlRequest['headers'],
  list: readonly Argument[],
  data: string | undefined,
): CurlRequest['headers'] {
  const isJson = list.some(({ name }) => name === '--json');
  const types: ReadonlyArray<readonly [string, string]> = isJson
    ? [
        ['Content-Type', 'application/json'],
        ['Accept', 'application/json'],
      ]
    : data === undefined
      ? []
      : [['Content-Type', FORM]];
  return [...headers, ...types.filter(([name]) => headerOf(headers, name) === undefined)];
}

function userIn(text: string | undefined): CurlRequest['user'] {
  const [, name, password] = /^([^:]*):?([^]*)$/.exec(text ?? '') ?? [];
  return text ? { name, password } : undefined;
}

/** A header of basic authentication is what `--user` makes. */
function withoutBasicHeader(request: CurlRequest): CurlRequest {
  const [, text] = /^Basic\s+([\w+/=-]+)$/i.exec(headerOf(request.headers, 'Authorization') ?? '') ?? [];
  const user = text ? userIn(decoded(text)) : undefined;
  return user && decoded(text).includes(':')
    ? { ...request, user, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'authorization') }
    : request;
}

function decoded(base64: string): string {
  try {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

function longTime(list: readonly Argument[]): readonly string[] {
  const isLong = list.some(({ name, value }) => name === '--max-time' && Number(value) > MAX_SECONDS);
  return isLong ? [fill(words.curl.longTime, { seconds: MAX_SECONDS })] : [];
}

function secondsIn(text: string | undefined): { readonly timeoutSeconds?: number } {
  const seconds = Math.ceil(Number(text));
  return seconds >= 1 ? { timeoutSeconds: Math.min(seconds, MAX_SECONDS) } : {};
}
