import { CurlFault, placeOf } from './fault';
import { WordReader } from './word-reader';
import type { Words } from './words';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', e: '\x1b', E: '\x1b' },
};
const VARIABLE = /\$(?:\{\w+[^}'"]*\}|[A-Za-z_]\w*)/;
/** Also what has no width, which comes with texts copied from pages. */
const BLANK = /[\s\u200b\u2060]/;
const TYPOGRAPHIC = '“”„‘’';

/** `<<EOF`, the rest of its line, and the lines up to one that says the same. */
const DOCUMENT = /<<-?[ \t]*(['"]?)(\w+)\1([^\n]*)\n([^]*?)(?:(?<=\n)|\r?\n)[ \t]*\2[ \t]*(?=\r?\n|$)/;

/** The words of a command for sh, bash or zsh. A line break alone ends no command: somebody forgot a backslash. */
export function posixWords(command: string): Words {
  const [document, , , line, input] = (command.includes('@-') && DOCUMENT.exec(command)) || [];
  const reader = new WordReader(document ? command.replace(document, () => line) : command);
  while (!reader.isAtEnd) {
    readNext(reader);
  }
  return input === undefined ? reader.finish() : { ...reader.finish(), input };
}

function readNext(reader: WordReader): void {
  const next = reader.peek();
  if (BLANK.test(next)) {
    reader.at++;
    reader.endWord();
  } else if (next === '\\') {
    backslash(reader);
  } else if (next === "'") {
    single(reader);
  } else if (next === '"') {
    double(reader);
  } else if (reader.peek(2) === "$'") {
    ansi(reader);
  } else if (next === '$') {
    variable(reader);
  } else if (next === '`') {
    reader.variable('`…`');
    reader.appendNext();
  } else if (next === '#' && reader.begun === undefined) {
    reader.match(/[^\n]*/);
  } else if (placeholder(reader)) {
    return;
  } else if (isOperator(reader)) {
    operator(reader);
  } else {
    plain(reader, next);
  }
}

function backslash(reader: WordReader): void {
  // Blanks behind it are easily overlooked, and line breaks get lost: both mean that the command goes on.
  if (
    reader.match(/\\[ \t]*\r?\n/) ||
    reader.match(/\\\s*$/) ||
    (reader.begun === undefined && reader.match(/\\[ \t]+/))
  ) {
    reader.endWord();
    return;
  }
  reader.append('');
  reader.at++;
  reader.appendNext();
}

function single(reader: WordReader): void {
  const open = reader.at;
  reader.append('');
  const found = reader.match(/'([^']*)'/);
  if (!found) {
    reader.unclosed(open, "'");
  }
  refuseApostrophe(reader);
  reader.append(found[1]);
}

/** Quotes end between two letters where somebody wrote `it's`. */
function refuseApostrophe({ text, at }: WordReader): void {
  if (/^\p{L}'\p{L}$/u.test(text.slice(at - 2, at + 1))) {
    throw new CurlFault(fill(words.curl.apostrophe, { place: placeOf(text, at - 1) }));
  }
}

function double(reader: WordReader): void {
  const open = reader.at;
  reader.append('');
  reader.at++;
  while (!reader.take('"')) {
    if (reader.isAtEnd) {
      reader.unclosed(open, '"');
    }
    const run = reader.match(/[^"\\$`]+/);
    const escaped = run ? null : reader.match(/\\(\r?\n|["\\$`])/);
    if (run) {
      reader.append(run[0]);
    } else if (escaped) {
      reader.append(/\n/.test(escaped[1]) ? '' : escaped[1]);
    } else if (reader.peek() === '$') {
      variable(reader);
    } else if (reader.peek() === '`') {
      reader.variable('`…`');
      reader.appendNext();
    } else {
      reader.appendNext();
    }
  }
}

/** `$'…'`, as browsers copy texts with quotes and line breaks. */
function ansi(reader: WordReader): void {
  const open = reader.at;
  reader.append('');
  reader.at += 2;
  while (!reader.take("'")) {
    if (reader.isAtEnd) {
      reader.unclosed(open, "'");
    }
    const bytes = reader.match(/(?:\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}))+/);
    const code = bytes ? null : reader.match(/\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8}))/);
    const escaped = (bytes ?? code) ? null : reader.match(/\\([^])/);
    if (bytes) {
      reader.append(textOf(bytes[0]));
    } else if (code) {
      reader.append(characterOf(parseInt(code[1] ?? code[2], 16)));
    } else if (escaped) {
      reader.append(ESCAPES[escaped[1]] ?? escaped[1]);
    } else {
      reader.appendNext();
    }
  }
}

/** Bytes of UTF-8 as people write them; characters below 256 as browsers do. */
function textOf(escapes: string): string {
  const codes = escapes
    .split('\\')
    .slice(1)
    .map((one) => (one.startsWith('x') ? parseInt(one.slice(1), 16) : parseInt(one, 8) & 0xff));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(codes));
  } catch {
    return String.fromCharCode(...codes);
  }
}

function characterOf(code: number): string {
  // A half of a pair comes as one of two escapes.
  return code > 0x10ffff ? '\ufffd' : code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

function variable(reader: WordReader): void {
  const found = reader.appendMatch(VARIABLE);
  if (found) {
    reader.variable(found);
  } else {
    if (reader.peek(2) === '$(') {
      reader.variable('$(…)');
    }
    reader.appendNext();
  }
}

/** `<id>` is what documentation writes for a value; a shell would read a file. */
function placeholder(reader: WordReader): boolean {
  return reader.appendMatch(/<[A-Za-z][\w.-]*>(?!&)/) !== undefined;
}

/** An ampersand within a word is one of a URL that somebody forgot to quote. */
function isOperator(reader: WordReader): boolean {
  const next = reader.peek();
  return /[|;<>]/.test(next) || (next === '&' && (reader.begun === undefined || /^&(?:[\s&]|$)/.test(reader.peek(2))));
}

function operator(reader: WordReader): void {
  if (/[<>]/.test(reader.peek()) && /^\d$/.test(reader.begun ?? '')) {
    reader.dropWord();
  }
  reader.endCommand();
}

function plain(reader: WordReader, next: string): void {
  if (TYPOGRAPHIC.includes(next) && reader.begun === undefined) {
    throw new CurlFault(fill(words.curl.typographic, { quote: next, place: placeOf(reader.text, reader.at) }));
  }
  reader.appendNext();
}
