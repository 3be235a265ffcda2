import { html, type TemplateResult } from 'lit';
import { backIcon } from '../ui/icons';
import { words } from '../words/spoken';

/** Back to the list, where there is no room for both. */
export function backButton(leave: () => void): TemplateResult {
  return html`<button class="icon-button back" type="button" aria-label=${words.common.back} @click=${leave}>
    ${backIcon()}
  </button>`;
}
