import { MASK } from '../api/contract';
import { canonical } from './canonical';
import type { SecretText } from './kept-secret';
import { orderOf } from './merge-order';
import { words } from '../words/spoken';

export type Side = 'mine' | 'theirs';

/** A field that both changed, as people read it. A side is undefined if the field does not exist there. */
export interface Conflict {
  /** The service's name for it. */
  readonly path: string;
  readonly before?: string;
  readonly mine?: string;
  readonly theirs?: string;
  /** Its texts are for nobody to read over a shoulder. */
  readonly isSecret: boolean;
}

/** How rows of a list are told apart and put together. */
export interface RowKind<R> {
  readonly id: (row: R) => string;
  /** The service's name for one of them. */
  readonly path: (row: R) => string;
  readonly isSame: (one: R, other: R) => boolean;
  readonly shown: (row: R) => string;
  /** @param before undefined if both added it */
  readonly both: (before: R | undefined, mine: R, theirs: R) => R;
  /** A row of mine that the service does not have. */
  readonly alone: (mine: R) => R;
  readonly isSecret?: boolean;
  /** The service's name of the order, if it means anything. */
  readonly order?: string;
}

/** Puts together what two people made of the same, field by field, and notes what it found. */
export class Merge {
  readonly conflicts: Conflict[] = [];
  /** The fields that only the other one changed. */
  readonly taken: string[] = [];

  /**
   * @param choices what to take of the fields that both changed; mine if it says nothing
   * @param hidden the fields that the other one changed, by the service's word: nobody can read that of a masked secret
   */
  constructor(
    private readonly choices: ReadonlyMap<string, Side> = new Map(),
    private readonly hidden: ReadonlySet<string> = new Set(),
  ) {}

  value<T>(path: string, before: T, mine: T, theirs: T, isSecret = false): T {
    return this.side(path, before, mine, theirs, shown, isSecret) === 'mine' ? mine : theirs;
  }

  /** Whose of three values it is. */
  side<T>(path: string, before: T, mine: T, theirs: T, show: (value: T) => string | undefined, isSecret = false): Side {
    const [was, here, there] = [before, mine, theirs].map(canonical);
    if (here === there || there === was) {
      return 'mine';
    }
    if (here === was) {
      this.taken.push(path);
      return 'theirs';
    }
    return this.choose({ path, before: show(before), mine: show(mine), theirs: show(theirs), isSecret });
  }

  /** Some fields of an object, by the service's names for them. */
  fields<T extends object>(paths: Partial<Record<keyof T, string>>, before: T, mine: T, theirs: T): Partial<T> {
    const merged = Object.entries(paths).map(([name, path]) => {
      const key = name as keyof T;
      return [name, this.value(path as string, before[key], mine[key], theirs[key])];
    });
    return Object.fromEntries(merged);
  }

  /** Everything in an object whose keys nobody knows. */
  record<T extends Readonly<Record<string, unknown>>>(path: string, before: T, mine: T, theirs: T): T {
    const keys = new Set([before, mine, theirs].flatMap(Object.keys));
    const merged = Array.from(keys, (key) => [key, this.value(`${path}.${key}`, before[key], mine[key], theirs[key])]);
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }

  secret(path: string, before: SecretText, mine: SecretText, theirs: SecretText): SecretText {
    return { text: this.secretText(path, before.text, mine.text, theirs.text), stored: theirs.stored };
  }

  secretText(path: string, before: string, mine: string, theirs: string): string {
    if (before !== theirs || theirs !== MASK || !this.hidden.has(path)) {
      return this.value(path, before, mine, theirs, true);
    }
    if (mine === before) {
      this.taken.push(path);
      return theirs;
    }
    return this.choose({ path, before, mine, theirs, isSecret: true }) === 'theirs' ? theirs : mine;
  }

  rows<R>(before: readonly R[], mine: readonly R[], theirs: readonly R[], kind: RowKind<R>): readonly R[] {
    const [was, here, there] = [before, mine, theirs].map((rows) => byId(rows, kind.id));
    const merged = new Map<string, R>();
    for (const id of new Set([...here.keys(), ...there.keys()])) {
      const row = this.row(was.get(id), here.get(id), there.get(id), kind);
      if (row !== undefined) {
        merged.set(id, row);
      }
    }
    const order = orderOf([...was.keys()], [...here.keys()], [...there.keys()], (mine, theirs, before) =>
      kind.order === undefined ? mine : this.value(kind.order, before, mine, theirs),
    );
    return order.flatMap((id) => merged.get(id) ?? []);
  }

  private row<R>(before: R | undefined, mine: R | undefined, theirs: R | undefined, kind: RowKind<R>): R | undefined {
    if (mine !== undefined && theirs !== undefined) {
      return kind.both(before, mine, theirs);
    }
    if (mine !== undefined) {
      const kept = kind.alone(mine);
      return before === undefined ? kept : this.removed(before, kept, 'theirs', kind);
    }
    if (theirs === undefined) {
      return undefined;
    }
    if (before === undefined) {
      this.taken.push(kind.path(theirs));
      return theirs;
    }
    return this.removed(before, theirs, 'mine', kind);
  }

  /** One of us removed it. */
  private removed<R>(before: R, kept: R, remover: Side, kind: RowKind<R>): R | undefined {
    const path = kind.path(kept);
    if (kind.isSame(before, kept)) {
      if (remover === 'theirs') {
        this.taken.push(path);
      }
      return undefined;
    }
    const keeper: Side = remover === 'mine' ? 'theirs' : 'mine';
    const sides = { before: kind.shown(before), [keeper]: kind.shown(kept) };
    return this.choose({ path, ...sides, isSecret: kind.isSecret ?? false }) === remover ? undefined : kept;
  }

  private choose(conflict: Conflict): Side {
    this.conflicts.push(conflict);
    return this.choices.get(conflict.path) ?? 'mine';
  }
}

/** Rows of the same id are told apart by how many came before. */
function byId<R>(rows: readonly R[], id: (row: R) => string): ReadonlyMap<string, R> {
  const known = new Map<string, R>();
  for (const row of rows) {
    const name = id(row);
    let key = name;
    for (let number = 2; known.has(key); number++) {
      key = `${name} #${number}`;
    }
    known.set(key, row);
  }
  return known;
}

function shown(value: unknown): string | undefined {
  if (typeof value === 'boolean') {
    return value ? words.editor.yes : words.editor.no;
  }
  if (Array.isArray(value)) {
    return value.join(words.fields.comma);
  }
  return typeof value === 'string' || value === undefined ? value : JSON.stringify(value, null, 2);
}
