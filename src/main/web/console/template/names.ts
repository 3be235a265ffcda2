import known from './names.json' with { type: 'json' };
import { words } from '../words/spoken';

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
  /** What is there inside a section only. */
  readonly positions: readonly Variable[];
  readonly filters: readonly Filter[];
}

/** An action has these alone, and each by the name that its manager chose. */
export interface Own {
  readonly secrets: readonly string[];
  readonly inputs: readonly { readonly name: string; readonly label: string }[];
}

type Group = VariableGroup & { readonly place?: string; readonly inScripts?: boolean };

/** A test compares the file with what the service knows. */
const GROUPS: readonly Group[] = known.groups.map((group) => ({
  ...group,
  name: words.variableGroups[group.name.toLowerCase() as keyof typeof words.variableGroups],
  variables: group.variables.map(spoken),
}));
const POSITIONS: readonly Variable[] = known.positions.map(spoken);
const FILTERS: readonly Filter[] = known.filters.map((filter) => ({
  ...filter,
  meaning: words.filters[filter.name] ?? filter.meaning,
}));

/** What scripts know, each a variable of the language. */
export const SCRIPT_VARIABLES: readonly VariableGroup[] = GROUPS.filter((group) => group.inScripts);

/** What a confirmation can name: who it is about, and who is asked. */
export const QUESTION_NAMES: Names = {
  groups: GROUPS.filter((group) => group.inScripts),
  positions: POSITIONS,
  filters: FILTERS,
};

export function namesFor(place: Place, { secrets, inputs }: Own): Names {
  const own = new Map([
    ['secret', secrets.map((name) => ({ path: `secret.${name}`, meaning: words.template.secret }))],
    ['input', inputs.filter(({ name }) => name).map(({ name, label }) => ({ path: `input.${name}`, meaning: label }))],
  ]);
  const groups = GROUPS.filter((group) => !group.place || group.place === place).map((group) => ({
    ...group,
    variables: group.variables.flatMap((variable) => some(own.get(variable.path)) ?? [variable]),
  }));
  return { groups: place === 'answer' ? lastFirst(groups) : groups, positions: POSITIONS, filters: FILTERS };
}

/** Everything to choose from where nobody knows what is around. */
export function menuOf({ groups, positions }: Names): readonly VariableGroup[] {
  return [...groups, { name: words.template.inSection, variables: positions }];
}

function spoken(variable: Variable): Variable {
  return { ...variable, meaning: words.variables[variable.path] ?? variable.meaning };
}

function some<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

/** What somebody looks for in a result is the answer. */
function lastFirst(groups: readonly VariableGroup[]): readonly VariableGroup[] {
  return [...groups.slice(-1), ...groups.slice(0, -1)];
}
