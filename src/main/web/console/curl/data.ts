import { CurlFault } from './fault';
import type { Argument } from './arguments';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const PLAIN = new Set(['--data', '--data-ascii', '--data-raw', '--data-binary']);

/** The body that options of data make together; undefined without any. */
export function dataOf(list: readonly Argument[]): string | undefined {
  const parts = list.filter(({ name }) => PLAIN.has(name) || name === '--data-urlencode' || name === '--json');
  return parts.length === 0
    ? undefined
    : parts.reduce((body, part, index) => body + (index > 0 && part.name !== '--json' ? '&' : '') + dataIn(part), '');
}

/** With the text that options of data read from the input of the command. */
export function withInput(list: readonly Argument[], input: string | undefined): readonly Argument[] {
  return input === undefined
    ? list
    : list.map((part) =>
        part.value === '@-' && (PLAIN.has(part.name) || part.name === '--json') && part.name !== '--data-raw'
          ? { name: part.name === '--json' ? '--json' : '--data-raw', value: read(input, part.name) }
          : part,
      );
}

/** Line breaks are left out as curl does, but not where they are there for people. */
function read(input: string, option: string): string {
  const keepsBreaks = option === '--data-binary' || option === '--json' || /^\s*[{[]/.test(input);
  return keepsBreaks ? input : input.replace(/[\r\n]/g, '');
}

/** What `--url-query` adds to the URL. */
export function queryOf(list: readonly Argument[]): string {
  return list
    .filter(({ name }) => name === '--url-query')
    .map((part) => (part.value.startsWith('+') ? part.value.slice(1) : encoded(part)))
    .join('&');
}

function dataIn(part: Argument): string {
  if (part.name === '--data-urlencode') {
    return encoded(part);
  }
  if (part.name !== '--data-raw' && part.value.startsWith('@')) {
    refuseFile(part, part.value.slice(1));
  }
  return part.value;
}

/** `text`, `=text` or `name=text`. */
function encoded({ name, value }: Argument): string {
  const [, before, sign, rest] = /^([^=@]*)([=@]?)([^]*)$/.exec(value) ?? ['', '', '', ''];
  if (sign === '@') {
    refuseFile({ name, value }, rest);
  }
  return sign === '=' ? `${before ? `${before}=` : ''}${formEncoded(rest)}` : formEncoded(value);
}

function formEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

function refuseFile({ name }: Argument, file: string): never {
  throw new CurlFault(fill(words.curl.readsFile, { option: name, file: file || words.curl.namedFile }));
}
