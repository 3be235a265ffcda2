import { html, type TemplateResult } from 'lit';
import { failureIcon } from '../ui/icons';
import { words } from '../words/spoken';

/** What can be done with a form whose action somebody deleted. */
export function goneView(isDirty: boolean, restore: () => void, createAnew: () => void): TemplateResult {
  return html`<div class="warning" role="alert" data-gone>
      ${failureIcon()}
      <p>${words.editor.gone}${isDirty ? ` ${words.common.nothingLost}` : ''}</p>
    </div>
    <div class="form-buttons">
      <button class="button" type="button" data-create-anew @click=${createAnew}>${words.editor.saveAsNew}</button>
      <button class="button primary" type="button" data-restore-and-save @click=${restore}>
        ${isDirty ? words.editor.restoreAndSave : words.editor.restore}
      </button>
    </div>`;
}
