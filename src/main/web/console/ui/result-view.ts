import { html, nothing, type TemplateResult } from 'lit';
import type { ResultPreview } from '../api/contract';
import { textPart } from './text-part';
import { words } from '../words/spoken';

/** What an agent sees of an answer. */
export function resultView({ success, message, toast, clipboard, url }: ResultPreview): TemplateResult {
  const isShown = toast !== undefined || clipboard !== undefined || url !== undefined;
  return html`<div class="part result-part" data-result>
    <h4>${words.common.agentSees}</h4>
    ${
      isShown || !success
        ? html`<p class="shown-notice ${toast?.type ?? (success ? 'info' : 'error')}">${toast?.message ?? message}</p>`
        : html`<p class="hint">${words.ui.nothing}</p>`
    }
    ${clipboard === undefined ? nothing : textPart(words.common.clipboard, clipboard)}
    ${url ? textPart(words.common.opens, url) : nothing}
  </div>`;
}
