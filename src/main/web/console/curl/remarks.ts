import { shortened } from './fault';
import { type CurlRequest, headerOf } from './request';
import type { Words } from './words';
import type { Plural } from '../words/plural';
import { counted, fill } from '../words/fill';
import { words } from '../words/spoken';

export const FORM = 'application/x-www-form-urlencoded';

/** What became of what could not be taken over as it is, and what is probably not meant. */
export function remarksOn(
  { variables, rest }: Words,
  dropped: readonly string[],
  request: CurlRequest,
): readonly string[] {
  const sent = JSON.stringify(request);
  const left = variables.filter((name) => name.includes('…') || sent.includes(name));
  return [
    ...(request.method === 'GET' && request.body ? [words.curl.getBody] : []),
    ...(isJsonAsForm(request) ? [words.curl.jsonAsForm] : []),
    ...brokenQuotes(request),
    ...(dropped.length > 0 ? [named(words.curl.headersLeftOut, dropped)] : []),
    ...(left.length > 0 ? [named(words.curl.forShell, left)] : []),
    ...(rest ? [fill(words.curl.rest, { text: shortened(rest) })] : []),
  ];
}

/** What is wrong with the quotes of a body that is to be JSON. */
function brokenQuotes(request: CurlRequest): readonly string[] {
  const { body, headers } = request;
  if (!isJsonAsForm(request) && !/json/i.test(headerOf(headers, 'Content-Type') ?? '')) {
    return [];
  }
  const [, typographic] = /^[\s[{]+([“”„‘’])/.exec(body) ?? [];
  return [
    ...(/^\s*\{\s*[A-Za-z_]\w*\s*:/.test(body) ? [words.curl.jsonQuotes] : []),
    ...(typographic ? [fill(words.curl.jsonTypographic, { quote: typographic })] : []),
  ];
}

function named(forms: Plural, names: readonly string[]): string {
  return counted(forms, names.length, { names: names.join(words.fields.comma) });
}

function isJsonAsForm({ headers, body }: CurlRequest): boolean {
  return headerOf(headers, 'Content-Type') === FORM && /^\s*[{[]/.test(body);
}
