import { html, type TemplateResult } from 'lit';
import type { ActionsApi } from '../api/actions-api';
import type { Contact } from '../api/contract';
import { runIcon, spinner } from '../ui/icons';
import { words } from '../words/spoken';

interface TryFields {
  readonly api: ActionsApi;
  readonly contact: Contact | undefined;
  readonly chooseContact: (contact: Contact | undefined) => void;
  readonly isReady: boolean;
  readonly isRunning: boolean;
  readonly run: () => void;
}

/** Whom something is tried on, and the button that runs it. */
export function tryFields({ api, contact, chooseContact, isReady, isRunning, run }: TryFields): TemplateResult {
  return html`<div class="try-fields">
    <console-contact-picker
      label=${words.common.contact}
      .api=${api}
      .contact=${contact}
      .choose=${chooseContact}
    ></console-contact-picker>
    <button
      class="button primary"
      type="button"
      data-run
      aria-busy=${isRunning ? 'true' : 'false'}
      ?disabled=${!isReady || isRunning}
      @click=${run}
    >
      ${isRunning ? spinner() : runIcon()}${words.common.run}
    </button>
  </div>`;
}
