import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActionsApi } from '../api/actions-api';
import { ApiError } from '../api/api-error';
import type { Change, Page } from '../api/contract';
import { PlainElement } from '../ui/plain-element';
import { timeOf } from '../ui/words';
import { paged } from './paged-view';
import { Pages } from './pages';

const TEXTS = { lead: 'Who changed the action, newest first.', empty: 'There is no record of a change.' };
const VERBS: Readonly<Record<string, string>> = {
  created: 'created it',
  updated: 'changed it',
  deleted: 'deleted it',
  reordered: 'moved it',
};

/** Who changed what of an action. */
export class ChangeHistory extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) actionId = '';

  private readonly pages = new Pages<Change>(this, (before) => this.read(before));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('actionId')) {
      void this.pages.first();
    }
  }

  protected override render(): unknown {
    return html`<section aria-label="Changes">
      ${paged(
        this.pages,
        TEXTS,
        (entries) =>
          html`<ol class="entries" role="list">
            ${entries.map(entry)}
          </ol>`,
      )}
    </section>`;
  }

  /** A service that keeps no record of changes does not know the path. */
  private async read(before: string | undefined): Promise<Page<Change>> {
    try {
      return await this.api.changes(this.actionId, before);
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'missing') {
        return { entries: [], next: null };
      }
      throw error;
    }
  }
}

function entry(change: Change): unknown {
  const fields = change.fields ?? [];
  return html`<li class="entry">
    <div class="entry-text">
      <p class="entry-message">
        <strong>${change.user_name || change.user_id}</strong> ${VERBS[change.change] ?? change.change}
      </p>
      <p class="entry-detail">
        <time datetime=${change.at}>${timeOf(change.at)}</time>
        ${fields.length > 0 ? html`<span>${fields.map((field) => html`<code>${field}</code> `)}</span>` : nothing}
      </p>
    </div>
  </li>`;
}
