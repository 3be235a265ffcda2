import type { CustomAction } from '../api/contract';
import { canonical } from './canonical';
import { changesOf, configOf, type Draft, draftOf, NEW } from './draft';
import { mergedDrafts } from './merge-drafts';
import { secretsToStore } from './new-secrets';
import { termsOf } from './terms-draft';

/** What a form holds beside what it began with. */
export class DraftState {
  private constructor(
    readonly draft: Draft,
    /** The action as it was when the form began; undefined for one that is new. */
    readonly original: CustomAction | undefined,
    /** The action as somebody else has changed it since. */
    readonly newer?: CustomAction,
  ) {}

  static of(action: CustomAction | undefined): DraftState {
    return new DraftState(action ? draftOf(action) : NEW, action);
  }

  with(draft: Draft): DraftState {
    return new DraftState(draft, this.original, this.newer);
  }

  /**
   * After a part of it was stored: what was typed meanwhile stays.
   *
   * @param sent the draft that was stored
   */
  stored(action: CustomAction, sent: Draft): DraftState {
    const { draft } = mergedDrafts(sent, this.draft, draftOf(action));
    const newSecrets = draft.newSecrets.filter((secret) => !sent.newSecrets.includes(secret));
    return new DraftState({ ...draft, newSecrets }, action);
  }

  get isOutdated(): boolean {
    return this.newer !== undefined;
  }

  /** Whether both changed the same field. */
  get isContested(): boolean {
    return (
      this.original !== undefined &&
      this.newer !== undefined &&
      mergedDrafts(draftOf(this.original), this.draft, draftOf(this.newer)).conflicts.length > 0
    );
  }

  /** The action as it is read by now: it replaces what nobody has changed here, and leaves alone what somebody has. */
  meeting(action: CustomAction): DraftState {
    if (!this.original || action.id !== this.original.id) {
      return DraftState.of(action);
    }
    if (action.updated_at === this.original.updated_at) {
      return this;
    }
    if (!this.isDirty) {
      return DraftState.of(action);
    }
    const isSwitched = action.is_active !== this.original.is_active;
    return isSwitched && hasSameFields(this.original, action)
      ? new DraftState(this.draft, action)
      : new DraftState(this.draft, this.original, action);
  }

  /** Whether there is something to save. */
  get isDirty(): boolean {
    if (secretsToStore(this.draft.newSecrets, configOf(this.draft, 'text').config).length > 0) {
      return true;
    }
    if (this.original) {
      return Object.keys(changesOf(this.draft, this.original)).length > 0;
    }
    const { name, icon, terms } = this.draft;
    const isSame =
      canonical([configOf(this.draft, 'text'), termsOf(terms)]) ===
      canonical([configOf(NEW, 'text'), termsOf(NEW.terms)]);
    return name !== NEW.name || icon !== NEW.icon || !isSame;
  }
}

/** Of those that the form has. */
function hasSameFields(one: CustomAction, other: CustomAction): boolean {
  return Object.keys(changesOf(draftOf(other), one)).length === 0;
}
