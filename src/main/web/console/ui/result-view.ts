import { html, nothing, type TemplateResult } from 'lit';
import type { ResultPreview } from '../api/contract';
import { textPart } from './text-part';

/** What an agent sees of an answer. */
export function resultView({ success, message, toast, clipboard, url }: ResultPreview): TemplateResult {
  const isShown = toast !== undefined || clipboard !== undefined || url !== undefined;
  return html`<div class="part result-part" data-result>
    <h4>What the agent sees</h4>
    ${
      isShown || !success
        ? html`<p class="shown-notice ${toast?.type ?? (success ? 'info' : 'error')}">${toast?.message ?? message}</p>`
        : html`<p class="hint">Nothing: no notice, no text to paste and no page.</p>`
    }
    ${clipboard === undefined ? nothing : textPart('Clipboard', clipboard)} ${url ? textPart('Opens', url) : nothing}
  </div>`;
}
