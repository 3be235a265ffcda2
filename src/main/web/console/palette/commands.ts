/** Something that the palette offers. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** What it is, such as the type of an action. */
  readonly kind: string;
  readonly run: () => void;
}

/** How many are shown at once; who wants another types more of it. */
export const MOST_SHOWN = 50;

/** Those that fit what somebody typed, the best first: every word of it is somewhere in the name or the kind. */
export function found(commands: readonly Command[], typed: string): readonly Command[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return commands
    .map((command) => ({ command, rank: rankOf(command, words) }))
    .filter(({ rank }) => rank < NOT_AT_ALL)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_SHOWN)
    .map(({ command }) => command);
}

const NOT_AT_ALL = 4;

function rankOf({ name, kind }: Command, words: readonly string[]): number {
  const text = folded(name);
  return Math.max(0, ...words.map((word, place) => rankOfWord(text, folded(kind), word, place === 0)));
}

function rankOfWord(name: string, kind: string, word: string, isFirst: boolean): number {
  if (isFirst && name.startsWith(word)) {
    return 0;
  }
  if (name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) {
    return 1;
  }
  if (name.includes(word)) {
    return 2;
  }
  return kind.includes(word) ? 3 : NOT_AT_ALL;
}

/** Without case and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
