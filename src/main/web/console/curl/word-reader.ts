import { CurlFault, placeOf } from './fault';
import type { Word, Words } from './words';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const UNCLOSED: Readonly<Record<string, string>> = {
  "'": words.curl.singleUnclosed,
  '"': words.curl.doubleUnclosed,
};

/** Collects words while a command is read from its start to its end. */
export class WordReader {
  at = 0;
  private readonly words: Word[] = [];
  private readonly variables = new Set<string>();
  private current: string | undefined;
  private start = 0;
  private rest = '';

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** What is next, that many characters long. */
  peek(length = 1): string {
    return this.text.slice(this.at, this.at + length);
  }

  /** Whether this is next; skips it if so. */
  take(expected: string): boolean {
    const isNext = expected !== '' && this.text.startsWith(expected, this.at);
    this.at += isNext ? expected.length : 0;
    return isNext;
  }

  /** What of the rest matches from here on, and skips it. */
  match(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    this.at += found ? found[0].length : 0;
    return found;
  }

  /** A word begins or goes on, perhaps with nothing. */
  append(text: string): void {
    if (this.current === undefined) {
      this.start = this.at;
      this.current = '';
    }
    this.current += text;
  }

  /** The next character is part of a word as it is. */
  appendNext(): void {
    this.append(this.peek());
    this.at++;
  }

  /** What matches next is part of a word as it is; undefined if nothing does. */
  appendMatch(pattern: RegExp): string | undefined {
    const start = this.at;
    const [found] = this.match(pattern) ?? [];
    if (found !== undefined) {
      this.at = start;
      this.append(found);
      this.at += found.length;
    }
    return found;
  }

  endWord(): void {
    if (this.current !== undefined) {
      this.words.push({ text: this.current, at: this.start });
      this.current = undefined;
    }
  }

  /** What is written of the word so far; undefined between words. */
  get begun(): string | undefined {
    return this.current;
  }

  dropWord(): void {
    this.current = undefined;
  }

  /** A shell would fill this in. */
  variable(name: string): void {
    this.variables.add(name);
  }

  /** The command ends here, whatever follows. */
  endCommand(): void {
    this.endWord();
    this.rest = this.text.slice(this.at).trim();
    this.at = this.text.length;
  }

  /** @param open where the quote was opened */
  unclosed(open: number, quote: string): never {
    throw new CurlFault(
      fill(UNCLOSED[quote] ?? words.curl.unclosed, {
        place: placeOf(this.text, open),
        text: excerpt(this.text, open),
      }),
    );
  }

  finish(): Words {
    this.endWord();
    return { words: this.words, variables: [...this.variables], rest: this.rest };
  }
}

function excerpt(text: string, at: number): string {
  const line = text.slice(at).split('\n', 1)[0];
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
