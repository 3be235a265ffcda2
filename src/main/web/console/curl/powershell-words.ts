import { WordReader } from './word-reader';
import type { Words } from './words';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };
const VARIABLE = /\$(?:\{[^}]*\}|(?:env:)?[A-Za-z_]\w*)/;

/** The words of a command for PowerShell. */
export function powershellWords(command: string): Words {
  const reader = new WordReader(command);
  while (!reader.isAtEnd) {
    readNext(reader);
  }
  return reader.finish();
}

function readNext(reader: WordReader): void {
  const next = reader.peek();
  if (/\s/.test(next)) {
    reader.at++;
    reader.endWord();
  } else if (reader.match(/`[ \t]*(?:\r?\n|$)/)) {
    reader.endWord();
  } else if (next === "'") {
    single(reader);
  } else if (next === '"') {
    double(reader);
  } else if (/[|;<>]/.test(next)) {
    reader.endCommand();
  } else {
    plain(reader);
  }
}

function single(reader: WordReader): void {
  const open = reader.at;
  reader.append('');
  const found = reader.match(/'((?:[^']|'')*)'/);
  if (!found) {
    reader.unclosed(open, "'");
  }
  reader.append(unslashed(found[1].replaceAll("''", "'")));
}

function double(reader: WordReader): void {
  const open = reader.at;
  reader.append('');
  reader.at++;
  for (;;) {
    if (reader.isAtEnd) {
      reader.unclosed(open, '"');
    }
    if (reader.match(/""/) || reader.match(/\\?`"/) || reader.match(/\\"/)) {
      reader.append('"');
    } else if (reader.take('"')) {
      return;
    } else {
      plain(reader);
    }
  }
}

function plain(reader: WordReader): void {
  const start = reader.at;
  const escaped = reader.match(/`([^])/);
  const variable = escaped ? null : reader.match(VARIABLE);
  const text = escaped ? (ESCAPES[escaped[1]] ?? escaped[1]) : variable?.[0];
  if (text === undefined) {
    reader.appendNext();
    return;
  }
  const end = reader.at;
  reader.at = start;
  reader.append(text);
  reader.at = end;
  if (variable) {
    reader.variable(variable[0]);
  }
}

/** Before version 7.3, quotes for a program needed a backslash also in single quotes. */
function unslashed(text: string): string {
  return /(?<!\\)"/.test(text) ? text : text.replaceAll('\\"', '"');
}
