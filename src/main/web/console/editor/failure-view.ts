import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceError } from '../../shared/service-error';
import { sentenceOf } from '../api/failure';
import { failureIcon } from '../ui/icons';
import { fieldsAtFault, reveal, unplaced } from './form-errors';
import { filled, formOf } from '../words/fill';
import { words } from '../words/spoken';

/**
 * Why the form was not saved. What a field says already is not said again: its name leads there.
 *
 * @param isKnown whether the action is there, which saving again then changes
 */
export function failureView(form: HTMLElement, failure: ServiceError, isKnown: boolean): TemplateResult {
  const atFault = fieldsAtFault(form, failure.fields);
  const further = unplaced(form, failure.fields);
  return html`<div class="failure">
    ${failureIcon()}
    <div>
      ${
        atFault.length > 0
          ? html`<p>${filled(formOf(words.editor.fieldsSay, atFault.length), { fields: atFault.map(nameOf) })}</p>`
          : html`<p>${sentenceOf(failure)}${rest(failure, isKnown)}</p>`
      }
      ${(atFault.length > 0 ? further : further.filter((message) => message !== sentenceOf(failure))).map(
        (message) => html`<p>${message}</p>`,
      )}
    </div>
  </div>`;
}

function rest(failure: ServiceError, isKnown: boolean): string {
  // An answer may have been lost after all was done.
  return failure.isOutage ? ` ${isKnown ? words.editor.saveAgain : words.editor.createAgain}` : '';
}

function nameOf({ element, label }: ReturnType<typeof fieldsAtFault>[number], index: number): unknown {
  return html`${index > 0 ? words.fields.comma : nothing}<button
      class="text-button"
      type="button"
      @click=${() => reveal(element)}
    >
      ${label}
    </button>`;
}
