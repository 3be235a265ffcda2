import { CurlFault, placeOf } from './fault';
import type { Word, Words } from './words';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** A character of the command line that programs get, and where it came from. */
interface Character {
  readonly text: string;
  readonly at: number;
}

/** The words of a command for cmd, as Windows' programs take their command line apart. */
export function windowsWords(command: string): Words {
  const { line, rest } = withoutCarets(command);
  return { words: split(line, command), variables: [], rest };
}

/** What cmd makes of the command: a caret outside of quotes takes the meaning of what follows it. */
function withoutCarets(command: string): { readonly line: readonly Character[]; readonly rest: string } {
  const line: Character[] = [];
  let isQuoted = false;
  for (let at = 0; at < command.length; at++) {
    const next = command[at];
    if (next === '^' && !isQuoted) {
      at = behindCaret(command, at, line);
    } else if (!isQuoted && '|&<>'.includes(next)) {
      return { line, rest: command.slice(at).trim() };
    } else {
      isQuoted = next === '"' ? !isQuoted : isQuoted;
      line.push({ text: next, at });
    }
  }
  return { line, rest: '' };
}

/** Where the character is that the caret takes the meaning of. */
function behindCaret(command: string, caret: number, line: Character[]): number {
  const isLineEnd = /^\^[ \t]*(\r?\n)(\r?\n)?/.exec(command.slice(caret, caret + 200));
  if (!isLineEnd) {
    if (caret + 1 < command.length) {
      line.push({ text: command[caret + 1], at: caret + 1 });
    }
    return caret + 1;
  }
  const [all, , second] = isLineEnd;
  // Two line breaks are one in the text; a single one only goes on in the next line.
  line.push({ text: second ? '\n' : ' ', at: caret });
  return caret + all.length - 1;
}

function split(line: readonly Character[], command: string): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at].text)) {
      at++;
      continue;
    }
    const { text, end } = word(line, at, command);
    words.push({ text, at: line[at].at });
    at = end;
  }
  return words;
}

function word(line: readonly Character[], start: number, command: string): { text: string; end: number } {
  let text = '';
  let open = -1;
  let at = start;
  while (at < line.length && (open >= 0 || !/\s/.test(line[at].text))) {
    const slashes = runOf('\\', line, at);
    const isBeforeQuote = line[at + slashes]?.text === '"';
    text += '\\'.repeat(isBeforeQuote ? Math.floor(slashes / 2) : slashes);
    at += slashes;
    if (isBeforeQuote && slashes % 2 === 1) {
      text += '"';
      at++;
    } else if (isBeforeQuote && open >= 0 && line[at + 1]?.text === '"') {
      text += '"';
      at += 2;
    } else if (isBeforeQuote) {
      open = open >= 0 ? -1 : at;
      at++;
    } else if (slashes === 0) {
      text += line[at].text;
      at++;
    }
  }
  if (open >= 0) {
    throw new CurlFault(fill(words.curl.doubleOpen, { place: placeOf(command, line[open].at) }));
  }
  return { text, end: at };
}

function runOf(character: string, line: readonly Character[], start: number): number {
  let end = start;
  while (line[end]?.text === character) {
    end++;
  }
  return end - start;
}
