import { posixWords } from './posix-words';
import { powershellWords } from './powershell-words';
import { windowsWords } from './windows-words';

/** An argument of a command, without its quotes. */
export interface Word {
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
}

/** A command as the shell it was written for would take it apart. */
export interface Words {
  readonly words: readonly Word[];
  /** What a shell would fill in, and is left as it is. */
  readonly variables: readonly string[];
  /** The lines of `<<EOF`, which the command reads as its input; absent without any. */
  readonly input?: string;
  /** What stands behind the command, such as a pipe; empty if nothing does. */
  readonly rest: string;
}

const CONTINUED_BY_CARET = /\^[ \t]*(?:\r?\n|$)|\^"/;
/** What is in quotes, and what only looks like one. */
const QUOTED = /\^"|\\[^]|'[^']*'|"(?:[^"\\]|\\[^])*"/g;
/** A quote in JSON as only cmd has it; the name of a field is enough to tell it from an empty text. */
const DOUBLED_QUOTES = /[{,]\s*""[^"]+""\s*:/;
const CONTINUED_BY_BACKTICK = /`[ \t]*\r?\n/;

/**
 * Takes a command apart by the rules of the shell that it seems to be for: cmd of Windows, PowerShell, or sh.
 *
 * @throws CurlFault if a quote is not closed
 */
export function wordsOf(command: string): Words {
  const bare = command.replace(QUOTED, (part) => (/^["']/.test(part) ? '' : part));
  if (CONTINUED_BY_CARET.test(bare) || DOUBLED_QUOTES.test(command.replace(/'[^']*'/g, ''))) {
    return windowsWords(command);
  }
  return CONTINUED_BY_BACKTICK.test(bare) || /^\s*(?:PS [^>]*>\s*)?curl\.exe\b/i.test(command)
    ? powershellWords(command)
    : posixWords(command);
}
