import { GLOBALS, RESULT, TOP_LEVEL } from './names';

/** What could be meant by the word that ends at the caret. */
export interface ScriptCompletions {
  /** Where the word begins. */
  readonly from: number;
  readonly options: readonly string[];
}

/** Looking further back would take long in long code. */
const LONGEST = 2_000;
const PATH = /(?:([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*\??\.\s*)?([A-Za-z_$][\w$]*)?$/;
const KEY_OF_RESULT = /\breturn\s*\(?\s*\{(?:[^{}]*,)?\s*[\w$]*$/;

/** Those for a caret in code; undefined where nothing can be completed. */
export function scriptCompletionsAt(code: string, caret: number): ScriptCompletions | undefined {
  const before = code.slice(Math.max(0, caret - LONGEST), caret);
  const [, path, word = ''] = PATH.exec(before) ?? [];
  const names = path ? membersOf(path, code) : namesFor(before, word);
  const options = names.filter((name) => name.startsWith(word) && name !== word);
  return options.length === 0 ? undefined : { from: caret - word.length, options };
}

function namesFor(before: string, word: string): readonly string[] {
  if (KEY_OF_RESULT.test(before)) {
    return [...RESULT, ...(word ? TOP_LEVEL : [])];
  }
  const isMember = /\.\s*[\w$]*$/.test(before);
  return word && !isMember ? TOP_LEVEL : [];
}

/** Of a global, or of a variable that was made with new. */
function membersOf(path: string, code: string): readonly string[] {
  const members = GLOBALS[path];
  if (members) {
    return members;
  }
  const made = path.includes('.') ? undefined : new RegExp(`\\b${escaped(path)}\\s*=\\s*new\\s+([\\w$]+)`).exec(code);
  return (made?.[1] && GLOBALS[made[1]]) || [];
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}
