import type { Change, ChangedValue, CustomAction } from '../api/contract';
import { isSecretField } from '../ui/field-labels';

/** An action as it was, as far as the record tells. */
export interface Version {
  readonly action: CustomAction;
  /** The service's names of secrets that are not as they were, since nobody keeps old ones. */
  readonly secrets: readonly string[];
}

type Values = Record<string, unknown>;

/** A version has neither: a switch and a place in the list are no part of what an action does. */
const OUTSIDE: readonly string[] = ['is_active', 'display_order'];
const OBJECTS = ['config.headers', 'config.auth', 'config.signature'];

/**
 * The action before some changes.
 *
 * @param newer the last changes of it, newest first
 * @returns undefined if what one of them replaced is not kept any more
 */
export function versionBefore(current: CustomAction, newer: readonly Change[]): Version | undefined {
  const action = structuredClone(current) as unknown as Values;
  const secrets = new Set<string>();
  for (const change of newer) {
    const isTold = (change.fields ?? []).every(
      (field) => OUTSIDE.includes(field) || change.values?.some((value) => value.field === field),
    );
    if (!isTold) {
      return undefined;
    }
    for (const value of change.values ?? []) {
      if (!OUTSIDE.includes(value.field)) {
        takeBack(action, value, current, secrets);
      }
    }
  }
  return { action: action as unknown as CustomAction, secrets: [...secrets] };
}

/** Whether a change made another version of it. */
export function isVersion({ change, fields = [] }: Change): boolean {
  return change === 'created' || (change === 'updated' && fields.some((field) => !OUTSIDE.includes(field)));
}

function takeBack(action: Values, { field, before, after }: ChangedValue, current: CustomAction, secrets: Set<string>) {
  const path = pathOf(field);
  if (before === undefined) {
    remove(action, path);
  } else if (isSecretField(field)) {
    secrets.add(field);
    // The one there is now stands in for it; where it was removed, nothing can.
    set(action, path, after === undefined ? '' : (get(action, path) ?? ''));
  } else {
    set(action, path, OBJECTS.includes(field) ? withSecrets(field, before, current, secrets) : before);
  }
}

/** An object whose secrets say only that they were replaced. */
function withSecrets(field: string, before: unknown, current: CustomAction, secrets: Set<string>): unknown {
  return Object.fromEntries(
    Object.entries(before as Values).map(([name, value]) => {
      const place = `${field}.${name}`;
      if (!isSecretField(place)) {
        return [name, value];
      }
      secrets.add(place);
      return [name, get(current as unknown as Values, pathOf(place)) ?? ''];
    }),
  );
}

/** The name of a header may have dots; nothing lies deeper than it. */
function pathOf(field: string): readonly string[] {
  const [root, name, ...rest] = field.split('.');
  return [root, name, rest.join('.')].filter((part) => part !== undefined && part !== '');
}

function get(values: Values, [first, ...rest]: readonly string[]): unknown {
  const value = Object.hasOwn(values, first) ? values[first] : undefined;
  return rest.length === 0 || !isObject(value) ? (rest.length === 0 ? value : undefined) : get(value, rest);
}

function set(values: Values, [first, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    define(values, first, value);
    return;
  }
  const inner = Object.hasOwn(values, first) ? values[first] : undefined;
  const object = isObject(inner) ? inner : {};
  define(values, first, object);
  set(object, rest, value);
}

function remove(values: Values, [first, ...rest]: readonly string[]): void {
  const inner = Object.hasOwn(values, first) ? values[first] : undefined;
  if (rest.length === 0) {
    delete values[first];
  } else if (isObject(inner)) {
    remove(inner, rest);
  }
}

/** Whatever its name is: a header may be called `__proto__`. */
function define(values: Values, name: string, value: unknown): void {
  Object.defineProperty(values, name, { value, configurable: true, enumerable: true, writable: true });
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
