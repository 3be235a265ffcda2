import { html, type TemplateResult } from 'lit';
import { backIcon } from './icons';
import { words } from '../words/spoken';

/** The head of a page that is not an action's. */
export function pageHead(title: string, meaning: string, leave: () => void): TemplateResult {
  return html`<header class="page-head">
    <button class="icon-button back" type="button" aria-label=${words.common.back} @click=${leave}>
      ${backIcon()}
    </button>
    <div class="page-heading">
      <h2 class="page-title" tabindex="-1">${title}</h2>
      <p class="page-type">${meaning}</p>
    </div>
  </header>`;
}
