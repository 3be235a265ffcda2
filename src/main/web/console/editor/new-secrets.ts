/** A secret of the organization that an action asks for, to be stored with it. */
export interface NewSecret {
  readonly name: string;
  /** What it is, in words. */
  readonly label: string;
  readonly hint?: string;
  /** Empty if it is stored already, or somebody else will. */
  readonly value: string;
}

/** Those with a value that a config uses. */
export function secretsToStore(secrets: readonly NewSecret[], config: unknown): readonly NewSecret[] {
  return usedSecrets(secrets, config).filter(({ value }) => value !== '');
}

/** Those that a config uses. */
export function usedSecrets(secrets: readonly NewSecret[], config: unknown): readonly NewSecret[] {
  const text = JSON.stringify(config);
  return secrets.filter(({ name }) => new RegExp(`\\bsecret\\.${name}\\b`).test(text));
}

/** These and more; of the same name the newer one. */
export function withSecrets(secrets: readonly NewSecret[], more: readonly NewSecret[]): readonly NewSecret[] {
  return [...secrets.filter(({ name }) => more.every((newer) => newer.name !== name)), ...more];
}

/** A config with texts as long in the place of secrets that are not stored yet, so that it can be previewed. */
export function withoutNewSecrets<T>(config: T, secrets: readonly NewSecret[]): T {
  const names = secrets.map(({ name }) => name).join('|');
  if (!names) {
    return config;
  }
  const tag = new RegExp(`(\\{\\{\\{?\\s*)(secret\\.(?:${names}))(?=[\\s|}])`, 'g');
  return replacedIn(config, (text) =>
    text.replace(tag, (_, begin: string, path: string) => `${begin}"${'*'.repeat(path.length - 2)}"`),
  ) as T;
}

function replacedIn(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return replace(value);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replacedIn(part, replace)]));
}
