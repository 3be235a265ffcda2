import { type Argument, argumentsOf } from './arguments';
import { dataOf, queryOf } from './data';
import { CurlFault } from './fault';
import { headersOf } from './headers';
import { type CurlMethod, type CurlRequest, headerOf, METHODS } from './request';
import { urlOf } from './target';
import { type Words, wordsOf } from './words';

export interface ReadCommand {
  readonly request: CurlRequest;
  /** What became of what could not be taken over as it is. */
  readonly remarks: readonly string[];
}

const PROMPT = /^\s*(?:[$#%>]|PS [^>\n]*>|[A-Z]:\\[^>\n]*>)\s*(?=\S*curl)/i;
const CURL = /^\s*(?:[$#%>]\s*|PS [^>\n]*>\s*|[A-Z]:\\[^>\n]*>\s*)?(?:(?:[A-Z]:)?[^\s:]*[\\/])?curl(?:\.exe)?\s/i;
const FORM = 'application/x-www-form-urlencoded';
const MAX_SECONDS = 60;

/** Whether a text is a command of curl, right or wrong. */
export function isCurl(text: string): boolean {
  return CURL.test(text);
}

/**
 * Reads a command of curl.
 *
 * @throws CurlFault if it cannot be understood, or asks for what an action cannot do
 */
export function readCurl(text: string): ReadCommand {
  // As many characters as before it, so that places are those of the text.
  const command = text.replace(PROMPT, (prompt) => ' '.repeat(prompt.length));
  const taken = wordsOf(command);
  const [program, ...words] = taken.words;
  if (!program) {
    throw new CurlFault('Paste a command that begins with curl');
  }
  if (!/^(?:.*[\\/])?curl(?:\.exe)?$/i.test(program.text)) {
    throw new CurlFault(`The command begins with “${shortened(program.text)}”; it has to begin with curl`);
  }
  const { list, remarks } = argumentsOf(words, command);
  const { request, dropped } = requestOf(list);
  return { request, remarks: [...remarks, ...further(taken, dropped, request)] };
}

function requestOf(list: readonly Argument[]): { readonly request: CurlRequest; readonly dropped: readonly string[] } {
  const has = (name: string): boolean => list.some((argument) => argument.name === name);
  const last = (name: string): string | undefined => list.findLast((argument) => argument.name === name)?.value;
  const data = dataOf(list);
  const isQuery = has('--get');
  const { url, user } = urlOf(list, [queryOf(list), isQuery ? (data ?? '') : '']);
  const { headers, dropped } = headersOf(list);
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

function methodOf(named: string | undefined, isHead: boolean, hasData: boolean): CurlMethod {
  const name = (named ?? (isHead ? 'HEAD' : hasData ? 'POST' : 'GET')).toUpperCase();
  const method = METHODS.find((known) => known === name);
  if (!method) {
    throw new CurlFault(`An action cannot send ${shortened(name)}; it can send ${METHODS.join(', ')}`);
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

function secondsIn(text: string | undefined): { readonly timeoutSeconds?: number } {
  const seconds = Math.ceil(Number(text));
  return seconds >= 1 ? { timeoutSeconds: Math.min(seconds, MAX_SECONDS) } : {};
}

function further({ variables, rest }: Words, dropped: readonly string[], request: CurlRequest): readonly string[] {
  const sent = JSON.stringify(request);
  const left = variables.filter((name) => name === '$(…)' || sent.includes(name));
  return [
    ...(isJsonAsForm(request)
      ? [
          'The body is JSON, but curl sends it as a form unless a header says otherwise; ' +
            'if the API wants JSON, change Content-Type to application/json.',
        ]
      : []),
    ...(dropped.length > 0
      ? [`${dropped.join(', ')} ${dropped.length > 1 ? 'are' : 'is'} left out; the service sets what is needed.`]
      : []),
    ...(left.length > 0
      ? [`${left.join(', ')} ${left.length > 1 ? 'are' : 'is'} for a shell to fill in; put the values there.`]
      : []),
    ...(rest ? [`What follows the command is left out: ${shortened(rest)}`] : []),
  ];
}

function isJsonAsForm({ headers, body }: CurlRequest): boolean {
  return headerOf(headers, 'Content-Type') === FORM && /^\s*[{[]/.test(body);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
