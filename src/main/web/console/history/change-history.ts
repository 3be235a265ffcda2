import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Change, CustomAction, Page } from '../api/contract';
import { asServiceError, isRefusal, sentenceOf } from '../api/failure';
import { labelOf } from '../ui/field-labels';
import { timeOf } from '../ui/words';
import { ActionLog } from './action-log';
import { changeValues } from './change-values';
import { isVersion, type Version, versionBefore } from './versions';
import { words } from '../words/spoken';

const VERBS: Readonly<Record<string, string>> = {
  created: words.history.created,
  updated: words.history.changed,
  deleted: words.history.deletedIt,
  restored: words.history.restored,
  reordered: words.history.moved,
};

/** Who changed what of an action, what it was before, and the way back to each version. */
export class ChangeHistory extends ActionLog<Change> {
  /** Undefined if no version can be brought back. */
  @property({ attribute: false }) action: CustomAction | undefined;
  /** Takes a version that shall be again, and when it began to be. */
  @property({ attribute: false }) restore: (version: Version, since: string) => void = () => {};

  @state() private complaint = '';

  protected override readonly label = words.common.changes;
  protected override readonly texts = {
    lead: words.history.changesLead,
    empty: words.history.noChanges,
  };

  /** A service that keeps no record of changes does not know the path. */
  protected override async read(before: string | undefined): Promise<Page<Change>> {
    try {
      return await this.api.changes(this.actionId, before);
    } catch (error) {
      if (isRefusal(error, 404)) {
        return { entries: [], next: null };
      }
      throw error;
    }
  }

  protected override entry(entry: Change, newer: readonly Change[]): unknown {
    const { change, at, fields = [], user_id, user_name, values = [] } = entry;
    const told = new Set(values.map(({ field }) => field));
    const untold = fields.filter((field) => !told.has(field));
    return html`<li class="entry" data-change=${at}>
      <div class="entry-text">
        <p class="entry-message"><strong>${user_name || user_id}</strong> ${VERBS[change] ?? change}</p>
        <p class="entry-detail">
          <time datetime=${at}>${timeOf(at)}</time>
          ${untold.map((field) => html`<span class="changed-name">${labelOf(field)}</span>`)}
        </p>
        ${values.length > 0 ? changeValues(values) : nothing} ${this.wayBack(entry, newer)}
      </div>
    </li>`;
  }

  private wayBack(entry: Change, newer: readonly Change[]): unknown {
    const isPast = isVersion(entry) && newer.some(isVersion);
    if (!this.action || !isPast || !versionBefore(this.action, newer)) {
      return nothing;
    }
    return html`<div class="way-back">
      <button class="button small" type="button" data-restore-version @click=${() => void this.bringBack(entry, newer)}>
        ${words.history.restoreVersion}
      </button>
      ${this.complaint ? html`<p class="error" role="alert">${this.complaint}</p>` : nothing}
    </div>`;
  }

  /** What is shown may be old by now, and what it is counted back from with it. */
  private async bringBack(entry: Change, newer: readonly Change[]): Promise<void> {
    this.complaint = '';
    try {
      const [current, { entries }] = await Promise.all([this.api.read(this.actionId), this.api.changes(this.actionId)]);
      const version = versionBefore(current, newer);
      if (version && entries[0]?.at === newer[0]?.at) {
        this.restore(version, entry.at);
      } else {
        this.complaint = words.history.changedMeanwhile;
      }
    } catch (error) {
      this.complaint = sentenceOf(asServiceError(error));
    }
  }
}
