import { html, type TemplateResult } from 'lit';
import { failureIcon } from '../ui/icons';

/** What can be done with a form whose action somebody deleted. */
export function goneView(isDirty: boolean, restore: () => void, createAnew: () => void): TemplateResult {
  return html`<div class="warning" role="alert" data-gone>
      ${failureIcon()}
      <p>This action has been deleted.${isDirty ? ' Nothing you typed is lost.' : ''}</p>
    </div>
    <div class="form-buttons">
      <button class="button" type="button" data-create-anew @click=${createAnew}>Save as a new action</button>
      <button class="button primary" type="button" data-restore-and-save @click=${restore}>
        ${isDirty ? 'Restore and save' : 'Restore'}
      </button>
    </div>`;
}
