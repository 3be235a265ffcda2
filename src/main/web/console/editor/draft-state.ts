import type { CustomAction } from '../api/contract';
import { canonical } from './canonical';
import { changesOf, configOf, type Draft, draftOf, NEW } from './draft';
import { secretsToStore } from './new-secrets';
import { termsOf } from './terms-draft';

/** What a form holds beside what it began with. */
export class DraftState {
  private constructor(
    readonly draft: Draft,
    /** The action as it was when the form began; undefined for one that is new. */
    readonly original: CustomAction | undefined,
    /** Somebody else has changed the action since. */
    readonly isOutdated = false,
  ) {}

  static of(action: CustomAction | undefined): DraftState {
    return new DraftState(action ? draftOf(action) : NEW, action);
  }

  with(draft: Draft): DraftState {
    return new DraftState(draft, this.original, this.isOutdated);
  }

  /** The action as it is read by now: it replaces what nobody has changed here, and leaves alone what somebody has. */
  meeting(action: CustomAction): DraftState {
    if (!this.original || action.id !== this.original.id) {
      return DraftState.of(action);
    }
    if (action.updated_at === this.original.updated_at) {
      return this;
    }
    return this.isDirty ? new DraftState(this.draft, this.original, true) : DraftState.of(action);
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
