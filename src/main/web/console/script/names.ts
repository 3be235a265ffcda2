import known from './names.json' with { type: 'json' };

/** What can follow each global and a dot, by its path. A test compares the file with the declaration and the sandbox. */
export const GLOBALS: Readonly<Record<string, readonly string[]>> = known.globals;

/** The fields of a returned object that steer the answer. */
export const RESULT: readonly string[] = known.result;

const LANGUAGE: readonly string[] = known.language;
const KNOWN = new Set([...Object.keys(GLOBALS), ...LANGUAGE]);

/** Whether a script has this global. */
export function isGlobal(name: string): boolean {
  return KNOWN.has(name);
}

/** The globals that are no members of others. */
export const TOP_LEVEL: readonly string[] = Object.keys(GLOBALS).filter((path) => !path.includes('.'));
