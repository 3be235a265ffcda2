import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceError } from '../../shared/service-error';
import { sentenceOf } from '../api/failure';
import { failureIcon } from '../ui/icons';
import { fieldsAtFault, reveal, unplaced } from './form-errors';

const SAVE_AGAIN = 'save again when it is back.';
/** An answer may have been lost after all was done. */
const CREATE_AGAIN = 'when it is back, check in the list whether the action was created before you try again.';

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
          ? html`<p>
              Not saved. ${atFault.length === 1 ? 'This field says' : 'These fields say'} why:
              ${atFault.map(
                ({ element, label }, index) =>
                  html`${index > 0 ? ', ' : nothing}<button
                      class="text-button"
                      type="button"
                      @click=${() => reveal(element)}
                    >
                      ${label}
                    </button>`,
              )}
            </p>`
          : html`<p>${sentenceOf(failure)}${rest(failure, isKnown)}</p>`
      }
      ${(atFault.length > 0 ? further : further.filter((message) => message !== sentenceOf(failure))).map(
        (message) => html`<p>${message}</p>`,
      )}
    </div>
  </div>`;
}

function rest(failure: ServiceError, isKnown: boolean): string {
  return failure.isOutage ? ` Nothing you typed is lost; ${isKnown ? SAVE_AGAIN : CREATE_AGAIN}` : '';
}
