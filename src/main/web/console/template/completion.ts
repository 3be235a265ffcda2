import type { Filter, Names, Variable } from './names';
import { words } from '../words/spoken';

/** What could be meant by what was typed so far. */
export interface Completions {
  /** Where the word begins that one of them replaces; it ends at the caret. */
  readonly from: number;
  readonly options: readonly Completion[];
}

export interface Completion {
  readonly label: string;
  readonly meaning: string;
  /** Replaces the word. */
  readonly text: string;
  /** Stands behind the caret afterwards. */
  readonly closing: string;
}

/** No tag is longer; looking further back would take long in a long body. */
const LONGEST_TAG = 2_000;
const LONGEST_SECTION = 50_000;

const BEGIN = /^\s*[#^/&]?\s*/;
const SECTION = /\{\{\s*([#^/])\s*((?:\[[^\]\n]*\]|[^\s{}|[])+)\s*\}\}/g;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** Those for a caret in a tag; undefined where nothing can be completed. */
export function completionsAt(text: string, caret: number, names: Names): Completions | undefined {
  const begin = Math.max(0, caret - LONGEST_TAG);
  const tag = openTag(text.slice(begin, caret));
  if (!tag) {
    return undefined;
  }
  const closing = isClosed(text.slice(caret)) ? '' : tag.closing;
  // Its texts do not matter, and hide bars and braces.
  const content = tag.content.replace(QUOTED, (quoted) => '_'.repeat(quoted.length));
  if (content.includes('"') || content.includes('}}')) {
    return undefined;
  }
  const bar = content.lastIndexOf('|');
  const word = content.slice(bar + 1).replace(bar < 0 ? BEGIN : /^\s*/, '');
  if (/\s/.test(word)) {
    return undefined;
  }
  const start = begin + tag.start;
  const sections = sectionsIn(text.slice(Math.max(0, start - LONGEST_SECTION), start));
  const options =
    bar < 0
      ? ranked(variables(tag, sections, names), word, ({ path }) => path).map((variable) =>
          ofVariable(variable, closing),
        )
      : ranked(names.filters, word, ({ name }) => name).map((filter) => ofFilter(filter, closing));
  const further = options.filter((option) => option.text !== word);
  return further.length === 0 ? undefined : { from: caret - word.length, options: further };
}

/** A tag that is being written. */
interface OpenTag {
  readonly content: string;
  readonly closing: string;
  /** How many characters stand before it. */
  readonly start: number;
}

function openTag(before: string): OpenTag | undefined {
  const start = beginOfTag(before);
  if (start < 0) {
    return undefined;
  }
  const isTriple = before[start + 2] === '{';
  const content = before.slice(start + (isTriple ? 3 : 2));
  return content.startsWith('!') ? undefined : { content, closing: isTriple ? '}}}' : '}}', start };
}

/** The sections that are open at the end of a text, the innermost first. */
function sectionsIn(before: string): readonly string[] {
  const open: string[] = [];
  for (const [, kind, name] of before.matchAll(SECTION)) {
    if (kind === '/') {
      open.shift();
    } else {
      open.unshift(name);
    }
  }
  return open;
}

/** The last braces that open a tag and no text in quotes inside one. */
function beginOfTag(before: string): number {
  let start = -1;
  for (let at = before.indexOf('{{'); at >= 0; at = before.indexOf('{{', endOfTag(before, at))) {
    start = endOfTag(before, at) > before.length ? at : -1;
  }
  return start;
}

/** Behind the braces that close a tag; past the end of the text if none do. */
function endOfTag(text: string, start: number): number {
  const rest = text.slice(start).replace(QUOTED, (quoted) => '_'.repeat(quoted.length));
  const end = rest.indexOf('}}');
  return end < 0 ? text.length + 1 : start + end + 2;
}

/** Whether the tag goes on behind the caret. */
function isClosed(after: string): boolean {
  const end = after.indexOf('}}');
  const next = after.indexOf('{{');
  const line = after.indexOf('\n');
  return end >= 0 && (next < 0 || end < next) && (line < 0 || end < line);
}

/** Only a section that is open can be closed, and only in one there is something that a section is at. */
function variables({ content }: OpenTag, sections: readonly string[], names: Names): readonly Variable[] {
  const all = names.groups.flatMap((group) => group.variables);
  if (sections.length === 0) {
    return all;
  }
  return content.trimStart().startsWith('/')
    ? [{ path: sections[0], meaning: words.template.endsSection }]
    : [...names.positions, ...all];
}

/** Those that begin with the word, then those that have it elsewhere. */
function ranked<T>(all: readonly T[], word: string, name: (one: T) => string): readonly T[] {
  const typed = word.toLowerCase();
  const place = (one: T): number => name(one).toLowerCase().indexOf(typed);
  const found = all.filter((one) => place(one) >= 0);
  return [...found.filter((one) => place(one) === 0), ...found.filter((one) => place(one) > 0)];
}

function ofVariable({ path, meaning, isOpen }: Variable, closing: string): Completion {
  return isOpen
    ? { label: `${path}.…`, meaning, text: `${path}.`, closing }
    : { label: path, meaning, text: path, closing };
}

function ofFilter({ example, meaning }: Filter, closing: string): Completion {
  return { label: example, meaning, text: example, closing };
}
