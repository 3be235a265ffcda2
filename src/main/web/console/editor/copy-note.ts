import { html, nothing, type TemplateResult } from 'lit';

/**
 * Above the form of a copy.
 *
 * @param missing what has to be entered again
 */
export function copyNote(name: string, missing: readonly string[]): TemplateResult {
  return html`<div class="note" data-copy-note>
    <p>A copy of “${name}”. Agents do not see its button until you show it to them.</p>
    ${
      missing.length > 0
        ? html`<p>
            Nobody can read secrets, so enter them again: ${missing.join(', ')}. Or store them once as
            <code>{{secret.name}}</code>.
          </p>`
        : nothing
    }
  </div>`;
}
