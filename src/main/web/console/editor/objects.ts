/** An object without some of its keys. */
export function besides(object: object, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** The texts that are not empty. */
export function filled(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

/** Whether an object has a key. */
export function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}
