import type { Execution } from '../api/contract';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** What ids of users that are long are cut to, so that a row can hold them. */
const SHOWN = 8;

/** Whoever ran something; where neither the token nor the directory had a name, the beginning of the id. */
export function personOf({ user_id, user_name }: Pick<Execution, 'user_id' | 'user_name'>): string {
  return user_name || fill(words.history.userId, { id: shortened(user_id) });
}

export function shortened(id: string): string {
  return id.length > SHOWN * 2 ? `${id.slice(0, SHOWN)}…` : id;
}

/** Who ran what is in a list, by id, each by the newest name; in the order of names. */
export function peopleIn(entries: readonly Execution[]): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  entries.forEach((entry) => {
    if (!people.has(entry.user_id)) {
      people.set(entry.user_id, personOf(entry));
    }
  });
  return new Map([...people].sort(([, one], [, other]) => one.localeCompare(other)));
}
