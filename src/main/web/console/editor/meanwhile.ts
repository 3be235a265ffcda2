import { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { Change, CustomAction } from '../api/contract';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** What was done to an action since it was read; nothing if the service does not tell, since it only makes words better. */
export async function changesSince(api: ActionsApi, { id, updated_at }: CustomAction): Promise<readonly Change[]> {
  try {
    const { entries } = await api.changes(id);
    return entries.filter(({ at }) => Date.parse(at) > Date.parse(updated_at));
  } catch (error) {
    if (error instanceof ServiceError) {
      return [];
    }
    throw error;
  }
}

export function changedFields(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ fields = [] }) => fields));
}

/** Who changed one of some fields. */
export function namesOf(changes: readonly Change[], paths: readonly string[]): string {
  const names = new Set(
    changes
      .filter(({ fields = [] }) => fields.some((field) => paths.some((path) => isAlike(field, path))))
      .flatMap(({ user_name: name }) => name || []),
  );
  return names.size === 0 ? words.common.someoneElse : namesTogether([...names]);
}

function namesTogether(names: readonly string[]): string {
  return names.reduce((list, last) => fill(words.fields.listed, { list, last }));
}

/** The service may name more or less of a path than the form does. */
function isAlike(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
