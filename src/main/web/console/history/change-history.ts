import { html, nothing } from 'lit';
import type { Change, Page } from '../api/contract';
import { isRefusal } from '../api/failure';
import { timeOf } from '../ui/words';
import { ActionLog } from './action-log';

const VERBS: Readonly<Record<string, string>> = {
  created: 'created it',
  updated: 'changed it',
  deleted: 'deleted it',
  restored: 'restored it',
  reordered: 'moved it',
};

/** Who changed what of an action. */
export class ChangeHistory extends ActionLog<Change> {
  protected override readonly label = 'Changes';
  protected override readonly texts = {
    lead: 'Who changed the action, newest first.',
    empty: 'No changes have been recorded.',
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

  protected override entry({ change, at, fields, user_id, user_name }: Change): unknown {
    return html`<li class="entry">
      <div class="entry-text">
        <p class="entry-message"><strong>${user_name || user_id}</strong> ${VERBS[change] ?? change}</p>
        <p class="entry-detail">
          <time datetime=${at}>${timeOf(at)}</time>
          ${fields?.length ? html`<span>${fields.map((field) => html`<code>${field}</code> `)}</span>` : nothing}
        </p>
      </div>
    </li>`;
  }
}
