import { html, type TemplateResult } from 'lit';
import { failureIcon } from './icons';
import { words } from '../words/spoken';

/** In place of what could not be shown. */
export function trouble(message: string, act: () => void, label = words.common.tryAgain): TemplateResult {
  return html`<div class="empty" role="alert">
    ${failureIcon()}
    <p>${message}</p>
    <button class="button" type="button" @click=${act}>${label}</button>
  </div>`;
}
