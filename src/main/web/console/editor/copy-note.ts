import { html, nothing, type TemplateResult } from 'lit';
import { fill, filled } from '../words/fill';
import { words } from '../words/spoken';

/**
 * Above the form of a copy.
 *
 * @param missing what has to be entered again
 */
export function copyNote(name: string, missing: readonly string[]): TemplateResult {
  return html`<div class="note" data-copy-note>
    <p>${fill(words.editor.copyOf, { name })}</p>
    ${
      missing.length > 0
        ? html`<p>
            ${filled(words.editor.secretsAgain, {
              secrets: missing.join(words.fields.comma),
              example: html`<code>{{secret.name}}</code>`,
            })}
          </p>`
        : nothing
    }
  </div>`;
}
