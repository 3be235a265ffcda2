import { html, nothing } from 'lit';
import type { Execution, Page } from '../api/contract';
import { failureIcon, successIcon } from '../ui/icons';
import { durationOf, timeOf } from '../ui/words';
import { ActionLog } from './action-log';
import { ContactNames } from './contact-names';

/** The executions of an action. */
export class ExecutionHistory extends ActionLog<Execution> {
  protected override readonly label = 'History';
  protected override readonly texts = {
    lead: 'The result of each click, newest first.',
    empty: 'Nobody has run this action yet.',
  };

  private readonly contacts = new ContactNames(this, () => this.api);

  protected override read(before: string | undefined): Promise<Page<Execution>> {
    return this.api.executions(this.actionId, before);
  }

  protected override entry(execution: Execution): unknown {
    const { id, success, message, http_status, duration_ms, created_at, contact_id, user_id } = execution;
    const user = execution.user_name || user_id;
    return html`<li class="entry" data-execution=${id}>
      <span class="entry-icon ${success ? 'good' : 'bad'}">${success ? successIcon() : failureIcon()}</span>
      <div class="entry-text">
        <p class="entry-message"><span class="spoken">${success ? 'Done: ' : 'Failed: '}</span>${message}</p>
        <p class="entry-detail">
          <time datetime=${created_at}>${timeOf(created_at)}</time>
          ${http_status === null ? nothing : html`<span>Status ${http_status}</span>`}
          ${duration_ms === null ? nothing : html`<span>${durationOf(duration_ms)}</span>`}
          ${execution.trial ? html`<span>Tried out</span>` : nothing}
        </p>
        <p class="entry-detail ids">
          <span title=${contact_id}>Contact ${this.contacts.of(contact_id) ?? contact_id}</span>
          <span title=${user_id}>User ${user}</span>
        </p>
        <console-execution-details .api=${this.api} .executionId=${id}></console-execution-details>
      </div>
    </li>`;
  }
}
