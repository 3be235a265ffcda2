import known from './names.json' with { type: 'json' };

/** Where a template stands: in what is sent, in what is made of the answer, or in a link. */
export type Place = 'request' | 'answer' | 'link';

/** A variable that templates can use. */
export interface Variable {
  readonly path: string;
  readonly meaning: string;
  /** Whether more of the name follows, such as a key. */
  readonly isOpen?: boolean;
}

export interface VariableGroup {
  readonly name: string;
  readonly variables: readonly Variable[];
}

export interface Filter {
  readonly name: string;
  /** With arguments, if it takes any. */
  readonly example: string;
  readonly meaning: string;
}

/** Everything that a template can name where it stands. */
export interface Names {
  readonly groups: readonly VariableGroup[];
  readonly filters: readonly Filter[];
}

type Group = VariableGroup & { readonly place?: string; readonly inScripts?: boolean };

/** A test compares the file with what the service knows. */
const GROUPS: readonly Group[] = known.groups;
const FILTERS: readonly Filter[] = known.filters;

/** What scripts know, each a variable of the language. */
export const SCRIPT_VARIABLES: readonly VariableGroup[] = GROUPS.filter((group) => group.inScripts);

/** What a confirmation can name: who it is about, and who is asked. */
export const QUESTION_NAMES: Names = {
  groups: GROUPS.filter((group) => group.inScripts),
  filters: FILTERS,
};

/** @param secrets names of the organization's secrets */
export function namesFor(place: Place, secrets: readonly string[]): Names {
  const groups = GROUPS.filter((group) => !group.place || group.place === place).map((group) =>
    group.place === 'request' ? withSecrets(group, secrets) : group,
  );
  return { groups: place === 'answer' ? lastFirst(groups) : groups, filters: FILTERS };
}

function withSecrets(group: VariableGroup, secrets: readonly string[]): VariableGroup {
  const each = secrets.map((name) => ({ path: `secret.${name}`, meaning: 'A secret of the organization' }));
  return each.length === 0 ? group : { ...group, variables: each };
}

/** What somebody looks for in a result is the answer. */
function lastFirst(groups: readonly VariableGroup[]): readonly VariableGroup[] {
  return [...groups.slice(-1), ...groups.slice(0, -1)];
}
