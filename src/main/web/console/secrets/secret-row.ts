import { html, nothing, type TemplateResult } from 'lit';
import type { CustomAction, Secret } from '../api/contract';
import { deleteIcon, failureIcon, secretIcon } from '../ui/icons';
import { queryOf } from '../ui/route';
import { timeOf } from '../ui/words';
import { counted, fill, filled } from '../words/fill';
import { words } from '../words/spoken';

/** More would hide the other secrets; their number is told. */
const MOST_NAMED = 10;

export interface RowEvents {
  replace(): void;
  remove(): void;
}

/**
 * A secret in the list.
 *
 * @param users the actions that use it, if they are known
 * @param refusal why it could not be deleted
 */
export function secretRow(
  secret: Secret,
  users: readonly CustomAction[],
  refusal: string | undefined,
  events: RowEvents,
): TemplateResult {
  return html`<li class="entry secret-row" data-secret=${secret.name}>
    <div class="entry-text">
      <p class="entry-message"><code>${secret.name}</code></p>
      <p class="entry-detail">
        <span>${numberOf(secret.used_by)}</span>
        ${users
          .slice(0, MOST_NAMED)
          .map(({ id, name }) => html`<a href=${queryOf({ page: 'action', id, tab: 'settings' })}>${name}</a>`)}
        <span
          >${filled(words.secrets.savedAt, {
            time: html`<time datetime=${secret.updated_at}>${timeOf(secret.updated_at)}</time>`,
          })}</span
        >
      </p>
      ${
        refusal
          ? html`<div class="failure" role="alert">
              ${failureIcon()}
              <p>${refusal}</p>
            </div>`
          : nothing
      }
    </div>
    <div class="secret-tools">
      <button
        class="button small"
        type="button"
        data-replace
        aria-label=${fill(words.secrets.replaceOne, { name: secret.name })}
        @click=${events.replace}
      >
        ${words.common.replace}
      </button>
      <button
        class="icon-button"
        type="button"
        data-delete
        title=${words.common.delete}
        aria-label=${fill(words.common.deleteOne, { name: secret.name })}
        @click=${events.remove}
      >
        ${deleteIcon()}
      </button>
    </div>
  </li>`;
}

export function noSecrets(): TemplateResult {
  return html`<div class="empty small">
    ${secretIcon()}
    <p>${words.secrets.empty}</p>
  </div>`;
}

function numberOf(actions: number): string {
  if (actions === 0) {
    return words.secrets.notUsed;
  }
  return counted(words.secrets.usedBy, actions);
}
