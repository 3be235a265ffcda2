import type { Merge } from './merge';
import type { InputRow, TermsDraft } from './terms-draft';
import { inputOf, textsOf } from './terms-draft';
import { canonical } from './canonical';

/** What two people made of what holds before an action runs. */
export function mergedTerms(merge: Merge, before: TermsDraft, mine: TermsDraft, theirs: TermsDraft): TermsDraft {
  return {
    inputs: inputs(merge, before.inputs, mine.inputs, theirs.inputs),
    confirmation: merge.value('confirmation', before.confirmation, mine.confirmation, theirs.confirmation),
    roles: texts(merge, 'visible_to.roles', before.roles, mine.roles, theirs.roles),
    tags: texts(merge, 'visible_to.tags', before.tags, mine.tags, theirs.tags),
  };
}

function inputs(
  merge: Merge,
  before: readonly InputRow[],
  mine: readonly InputRow[],
  theirs: readonly InputRow[],
): readonly InputRow[] {
  const path = ({ name }: InputRow) => `inputs.${name.trim()}`;
  return merge.rows(before, mine, theirs, {
    id: ({ key, name }) => name.trim() || ` ${key}`,
    path,
    isSame: (one, other) => canonical(inputOf(one)) === canonical(inputOf(other)),
    shown: ({ label, type }) => `${label} (${type})`,
    both: (was, here, there) => ({
      ...here,
      ...merge.fields<InputRow>(fieldsOf(path(there)), was ?? NOTHING, here, there),
    }),
    alone: (here) => here,
    order: 'inputs',
  });
}

const NOTHING = {} as InputRow;

function fieldsOf(path: string): Partial<Record<keyof InputRow, string>> {
  return {
    label: `${path}.label`,
    type: `${path}.type`,
    required: `${path}.required`,
    placeholder: `${path}.placeholder`,
    initial: `${path}.default`,
    options: `${path}.options`,
  };
}

/** Both may add and take away, whatever the other one does. */
function texts(merge: Merge, path: string, before: string, mine: string, theirs: string): string {
  const [was, here, there] = [before, mine, theirs].map(textsOf);
  if (canonical(was) === canonical(there) || canonical(here) === canonical(there)) {
    return mine;
  }
  merge.taken.push(path);
  if (canonical(here) === canonical(was)) {
    return theirs;
  }
  const kept = here.filter((text) => there.includes(text) || !was.includes(text));
  const added = there.filter((text) => !was.includes(text) && !here.includes(text));
  return [...kept, ...added].join(', ');
}
