import { ServiceError } from '../../shared/service-error';
import type { ActionDocument, DocumentAction, FieldError, ImportReport } from '../api/contract';
import { sentenceOf } from '../api/failure';
import { changesOf, type FieldChange } from './comparison';
import { nameOf } from './document';
import { words } from '../words/spoken';

export type Fate = 'created' | 'updated' | 'unchanged' | 'refused';

/** What becomes of an action of a document. */
export interface PlannedAction {
  readonly name: string;
  readonly fate: Fate;
  /** Of one that is updated. */
  readonly changes: readonly FieldChange[];
  /** Why it is refused, or what will be missing. */
  readonly remarks: readonly string[];
}

export interface Plan {
  readonly actions: readonly PlannedAction[];
  /** What is imported; undefined where nothing can be. */
  readonly document: ActionDocument | undefined;
  /** Why nothing can be imported, where that lies in no single action. */
  readonly failure: string;
}

const PLACE = /^custom_actions\[(\d+)\]/;
const TWICE_THERE = words.transfer.twiceInFile;
const TWICE_HERE = words.transfer.twiceHere;

/**
 * Finds out what an import would do, action by action. Those that the service refuses are left out, until it takes the rest.
 *
 * @param stored all actions of the organization, as they would be exported
 * @param tryOut asks the service what it would do, which does nothing
 */
export async function planned(
  document: ActionDocument,
  stored: readonly DocumentAction[],
  tryOut: (document: ActionDocument) => Promise<ImportReport>,
): Promise<Plan> {
  const remarks = ambiguous(document.custom_actions, stored);
  for (;;) {
    const places = document.custom_actions.map((_, place) => place).filter((place) => !remarks.has(place));
    const rest = { ...document, custom_actions: places.map((place) => document.custom_actions[place]) };
    if (places.length === 0) {
      return { actions: described(document, stored, remarks, undefined), document: undefined, failure: '' };
    }
    try {
      const report = await tryOut(rest);
      const warned = byPlace(report.warnings ?? [], places);
      return { actions: described(document, stored, remarks, report, warned), document: rest, failure: '' };
    } catch (error) {
      if (!(error instanceof ServiceError)) {
        throw error;
      }
      const found = byPlace(error.fields, places);
      if (found.size === 0) {
        return { actions: [], document: undefined, failure: sentenceOf(error) };
      }
      found.forEach((messages, place) => remarks.set(place, messages));
    }
  }
}

/** Names that do not tell which action is meant. */
function ambiguous(given: readonly DocumentAction[], stored: readonly DocumentAction[]): Map<number, string[]> {
  const there = counted(given);
  const here = counted(stored);
  const remarks = new Map<number, string[]>();
  given.map(nameOf).forEach((name, place) => {
    const all = [
      name && (there.get(name) ?? 0) > 1 ? TWICE_THERE : '',
      name && (here.get(name) ?? 0) > 1 ? TWICE_HERE : '',
    ].filter(Boolean);
    if (all.length > 0) {
      remarks.set(place, all);
    }
  });
  return remarks;
}

function counted(actions: readonly DocumentAction[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  actions.map(nameOf).forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return counts;
}

/** What the service says of actions, by their places in the whole document. */
function byPlace(fields: readonly FieldError[], places: readonly number[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { field, message } of fields) {
    const place = places[Number(PLACE.exec(field)?.[1] ?? Number.NaN)];
    if (place !== undefined) {
      found.set(place, [...(found.get(place) ?? []), message]);
    }
  }
  return found;
}

function described(
  document: ActionDocument,
  stored: readonly DocumentAction[],
  refused: ReadonlyMap<number, readonly string[]>,
  report: ImportReport | undefined,
  warned: ReadonlyMap<number, readonly string[]> = new Map(),
): readonly PlannedAction[] {
  const known = new Map(stored.map((action) => [nameOf(action), action]));
  const updated = new Set(report?.updated);
  const created = new Set(report?.created);
  return document.custom_actions.map((action, place) => {
    const name = nameOf(action);
    const reasons = refused.get(place);
    if (reasons) {
      return { name, fate: 'refused', changes: [], remarks: reasons };
    }
    const fate = created.has(name) ? 'created' : updated.has(name) ? 'updated' : 'unchanged';
    const before = known.get(name);
    const changes = fate === 'updated' && before ? changesOf(before, action) : [];
    return { name, fate, changes, remarks: warned.get(place) ?? [] };
  });
}
