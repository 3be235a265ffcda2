import { html, type TemplateResult } from 'lit';
import { backIcon } from '../ui/icons';

/** Back to the list, where there is no room for both. */
export function backButton(leave: () => void): TemplateResult {
  return html`<button class="icon-button back" type="button" aria-label="Back to the list" @click=${leave}>
    ${backIcon()}
  </button>`;
}
