import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** A command that cannot be understood. The message is one sentence for who pasted it. */
export class CurlFault extends Error {}

/** Where something stands in a command, in words. */
export function placeOf(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return fill(words.curl.place, { line, column: at - before.lastIndexOf('\n') });
}

/** As much of a text as a sentence bears. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
