import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../session/session';
import { nameIn } from '../session/token-text';
import { actionIcon, signOutIcon } from '../ui/icons';

/** The head of the page: what it is, and who looks at it. */
export function bar(session: Session, isManager: boolean | undefined, signOut: () => void): TemplateResult {
  const token = session.known;
  return html`<header class="bar">
    <span class="logo" aria-hidden="true">${actionIcon('zap')}</span>
    <span class="product">Custom actions</span>
    ${
      token
        ? html`<span class="who">
            ${isManager === false ? html`<span class="badge" data-read-only>Read-only</span>` : nothing}
            <span class="who-name">${nameIn(token)}</span>
            <button class="icon-button" type="button" title="Sign out" aria-label="Sign out" @click=${signOut}>
              ${signOutIcon()}
            </button>
          </span>`
        : nothing
    }
  </header>`;
}
