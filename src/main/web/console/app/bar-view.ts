import { html, nothing, type TemplateResult } from 'lit';
import type { Me } from '../api/contract';
import type { Session } from '../session/session';
import { nameIn } from '../session/token-text';
import { COMMAND_KEY } from '../palette/shortcuts';
import { actionIcon, commandIcon, signOutIcon } from '../ui/icons';
import { words } from '../words/spoken';

export interface BarModel {
  readonly session: Session;
  readonly me: Me | undefined;
  readonly isManager: boolean | undefined;
  openCommands(): void;
  signOut(): void;
}

/** The head of the page: what it is, who looks at it, and for which organization. */
export function bar({ session, me, isManager, openCommands, signOut }: BarModel): TemplateResult {
  const token = session.known;
  return html`<header class="bar">
    <span class="logo" aria-hidden="true">${actionIcon('zap')}</span>
    <span class="product">Custom actions</span>
    ${
      token
        ? html`<button
              class="button small go-to"
              type="button"
              data-commands
              title=${words.common.goToAny}
              aria-label=${words.common.goToAny}
              @click=${openCommands}
            >
              ${commandIcon()}<span class="go-to-text">${words.app.goTo}</span><kbd>${COMMAND_KEY} K</kbd>
            </button>
            <span class="who">
              ${isManager === false ? html`<span class="badge" data-read-only>${words.app.readOnly}</span>` : nothing}
              <span class="who-text">
                <span class="who-name" data-who>${nameIn(token) || me?.user.name || me?.user.id}</span>
                ${
                  me
                    ? html`<span class="who-organization" data-organization
                        >${me.organization.name || me.organization.id}</span
                      >`
                    : nothing
                }
              </span>
              <button
                class="icon-button"
                type="button"
                title=${words.common.signOut}
                aria-label=${words.common.signOut}
                @click=${signOut}
              >
                ${signOutIcon()}
              </button>
            </span>`
        : nothing
    }
  </header>`;
}
