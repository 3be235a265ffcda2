import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActionsApi } from '../api/actions-api';
import type { Execution } from '../api/contract';
import { failureIcon, successIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { durationOf, timeOf } from '../ui/words';
import { paged } from './paged-view';
import { Pages } from './pages';

const TEXTS = { lead: 'What became of each click, newest first.', empty: 'Nobody has run it yet.' };

/** The executions of an action. */
export class ExecutionHistory extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) actionId = '';

  private readonly pages = new Pages<Execution>(this, (before) => this.api.executions(this.actionId, before));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('actionId')) {
      void this.pages.first();
    }
  }

  protected override render(): unknown {
    return html`<section aria-label="History">
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
}

function entry(execution: Execution): unknown {
  const { success, message, http_status, duration_ms, created_at, contact_id, user_id } = execution;
  return html`<li class="entry" data-execution=${execution.id}>
    <span class="entry-icon ${success ? 'good' : 'bad'}">${success ? successIcon() : failureIcon()}</span>
    <div class="entry-text">
      <p class="entry-message"><span class="spoken">${success ? 'Done: ' : 'Failed: '}</span>${message}</p>
      <p class="entry-detail">
        <time datetime=${created_at}>${timeOf(created_at)}</time>
        ${http_status === null ? nothing : html`<span>Status ${http_status}</span>`}
        ${duration_ms === null ? nothing : html`<span>${durationOf(duration_ms)}</span>`}
      </p>
      <p class="entry-detail ids"><span>Contact ${contact_id}</span><span>User ${user_id}</span></p>
    </div>
  </li>`;
}
