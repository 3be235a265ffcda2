import { type DocumentAction, MASK } from '../api/contract';
import { canonical } from '../editor/canonical';
import { isObject } from './document';

/** A field that an import changes. */
export interface FieldChange {
  /** As the API spells it, such as `config.headers.Accept`. */
  readonly field: string;
  /** Undefined where there was nothing, or will be. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that are left out of an action where they are empty. */
const EMPTY: Readonly<Record<string, unknown>> = { inputs: [], confirmation: '', visible_to: {} };

/**
 * What changes in an action if an import takes one of a document for it.
 *
 * @param stored as it would be exported
 * @param given what it lacks stays
 */
export function changesOf(stored: DocumentAction, given: DocumentAction): readonly FieldChange[] {
  return Object.keys(given).flatMap((field) => differences(field, valueOf(stored, field), valueOf(given, field)));
}

function valueOf(action: DocumentAction, field: string): unknown {
  return action[field] ?? EMPTY[field];
}

/** By the parts of a config, of which all others would hide what changes. */
function differences(field: string, before: unknown, after: unknown): readonly FieldChange[] {
  if (canonical(before) === canonical(after) || after === MASK) {
    return [];
  }
  if (isObject(after) && (isObject(before) || before === undefined) && field.startsWith('config')) {
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
    return [...names].flatMap((name) => differences(`${field}.${name}`, before?.[name], after[name]));
  }
  return [{ field, before, after }];
}
