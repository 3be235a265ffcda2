import type { ActionsApi } from '../api/actions-api';
import type { CustomAction, Warned } from '../api/contract';
import { changesOf, type Draft, draftOf } from './draft';
import { changedFields, changesSince, namesOf } from './meanwhile';
import type { Conflict, Side } from './merge';
import { mergedDrafts } from './merge-drafts';

export type Choices = ReadonlyMap<string, Side>;

/** Decides about fields that two people changed; undefined if nothing is to be saved. */
export type Decide = (conflicts: readonly Conflict[], others: string) => Promise<Choices | undefined>;

export interface Saved {
  readonly action: CustomAction & Warned;
  /** The service's names of fields that others changed meanwhile, and that are saved too. */
  readonly taken: readonly string[];
  /** Who changed them. */
  readonly others: string;
}

/** Saves what a form changed of an action, together with what others changed of it since the form has it. */
export class Saving {
  /** What the changes are changes of. */
  private known: CustomAction;
  private tag: string | undefined;
  private isUnconditional = false;
  private taken: readonly string[] = [];

  constructor(
    private readonly api: ActionsApi,
    private readonly original: CustomAction,
    private draft: Draft,
    private readonly decide: Decide,
  ) {
    this.known = original;
    this.tag = api.tagOf(original);
  }

  /**
   * Saves it once nobody has changed the action since it was looked at.
   *
   * @returns undefined if somebody would rather not save
   * @throws ServiceError if it was not saved
   */
  async run(): Promise<Saved | undefined> {
    let newer = this.tag === undefined ? await this.api.read(this.known.id) : undefined;
    for (;;) {
      if (newer && !(await this.meet(newer))) {
        return undefined;
      }
      const answer = await this.send();
      if ('saved' in answer) {
        return { action: answer.saved, taken: this.taken, others: await this.others(this.taken) };
      }
      newer = answer.newer;
    }
  }

  private async send(): Promise<{ readonly saved: CustomAction & Warned } | { readonly newer: CustomAction }> {
    try {
      const { known, draft, tag, isUnconditional } = this;
      return { saved: await this.api.update(known.id, changesOf(draft, known), isUnconditional ? undefined : tag) };
    } catch (error) {
      const newer = this.api.newer(error);
      if (newer) {
        return { newer };
      }
      throw error;
    }
  }

  /** Goes on from the action as it is now; false if somebody would rather not. */
  private async meet(newer: CustomAction): Promise<boolean> {
    const tag = this.api.tagOf(newer);
    const isSame = newer.updated_at === this.known.updated_at;
    // A gateway that drops or rewrites tags must not keep anybody from saving.
    this.isUnconditional = tag === undefined || (isSame && tag === this.tag);
    this.tag = tag;
    const isSaved = isSame || (await this.merge(newer));
    this.known = newer;
    return isSaved;
  }

  private async merge(newer: CustomAction): Promise<boolean> {
    const before = draftOf(this.known);
    const theirs = draftOf(newer);
    const hidden = changedFields(await changesSince(this.api, this.known));
    const { conflicts } = mergedDrafts(before, this.draft, theirs, undefined, hidden);
    const choices =
      conflicts.length === 0
        ? new Map()
        : await this.decide(conflicts, await this.others(conflicts.map(({ path }) => path)));
    if (!choices) {
      return false;
    }
    const { draft, taken } = mergedDrafts(before, this.draft, theirs, choices, hidden);
    this.draft = draft;
    this.taken = [...new Set([...this.taken, ...taken])];
    return true;
  }

  private async others(paths: readonly string[]): Promise<string> {
    return paths.length === 0 ? '' : namesOf(await changesSince(this.api, this.original), paths);
  }
}
