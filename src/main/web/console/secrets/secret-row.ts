import { html, nothing, type TemplateResult } from 'lit';
import type { Secret } from '../api/contract';
import { deleteIcon, failureIcon, secretIcon } from '../ui/icons';
import { timeOf } from '../ui/words';

export interface RowEvents {
  replace(): void;
  remove(): void;
}

/**
 * A secret in the list.
 *
 * @param refusal why it could not be deleted
 */
export function secretRow(secret: Secret, refusal: string | undefined, events: RowEvents): TemplateResult {
  return html`<li class="entry secret-row" data-secret=${secret.name}>
    <div class="entry-text">
      <p class="entry-message"><code>${secret.name}</code></p>
      <p class="entry-detail">
        <span>${usersOf(secret.used_by)}</span>
        <span>Saved <time datetime=${secret.updated_at}>${timeOf(secret.updated_at)}</time></span>
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
        aria-label="Replace ${secret.name}"
        @click=${events.replace}
      >
        Replace
      </button>
      <button
        class="icon-button"
        type="button"
        data-delete
        title="Delete"
        aria-label="Delete ${secret.name}"
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
    <p>There are no secrets yet.</p>
  </div>`;
}

function usersOf(actions: number): string {
  if (actions === 0) {
    return 'Not used';
  }
  return actions === 1 ? 'Used by 1 action' : `Used by ${actions} actions`;
}
