import { html, nothing, type TemplateResult } from 'lit';
import { isOpenHeader } from '../curl/write';
import type { ScriptPreview, UrlPreview, WebhookPreview } from '../api/contract';
import { failureIcon, successIcon } from '../ui/icons';
import { prettyText } from '../ui/json-text';
import { scriptData } from '../ui/script-data';
import { textPart } from '../ui/text-part';
import { resultView } from '../ui/result-view';
import { fill, filled } from '../words/fill';
import { words } from '../words/spoken';

/** The service's answer for each type. */
export type PreviewResult =
  | { readonly type: 'webhook'; readonly answer: WebhookPreview }
  | { readonly type: 'url'; readonly answer: UrlPreview }
  | { readonly type: 'javascript'; readonly answer: ScriptPreview };

const HIDDEN = '••••••••';

export function preview(result: PreviewResult, areHeadersShown: boolean, toggle: () => void): TemplateResult {
  switch (result.type) {
    case 'webhook':
      return html`${request(result.answer, areHeadersShown, toggle)}
      ${result.answer.result ? resultView(result.answer.result) : nothing}`;
    case 'url':
      return html`${textPart(words.common.opens, result.answer.url)} ${unknown(result.answer.unknown_variables ?? [])}`;
    case 'javascript':
      return scriptOutcome(result.answer);
  }
}

function request(
  { request, unknown_variables }: WebhookPreview,
  areShown: boolean,
  toggle: () => void,
): TemplateResult {
  const headers = Object.entries(request.headers);
  const reveal = html`<button
    class="button quiet small"
    type="button"
    aria-pressed=${areShown ? 'true' : 'false'}
    @click=${toggle}
  >
    ${areShown ? words.preview.hideValues : words.preview.showValues}
  </button>`;
  return html`<div class="part">
      <h4>${words.common.request}</h4>
      <pre class="code" tabindex="0"><span class="method">${request.method}</span> ${request.url}</pre>
    </div>
    ${
      headers.length === 0
        ? nothing
        : html`<div class="part">
            <div class="part-head">
              <h4>${words.common.headers}</h4>
              ${headers.every(([name]) => isOpenHeader(name)) ? nothing : reveal}
            </div>
            <pre class="code" tabindex="0">
${headers.map(([name, value]) => `${name}: ${areShown || isOpenHeader(name) ? value : HIDDEN}`).join('\n')}</pre>
          </div>`
    }
    ${request.body ? textPart(words.common.body, prettyText(request.body)) : nothing}
    <console-copy-curl .request=${request}></console-copy-curl>
    ${unknown(unknown_variables)}`;
}

/** What a script did; nothing of it has reached anybody. */
function scriptOutcome(outcome: ScriptPreview): TemplateResult {
  return html`<p class="outcome ${outcome.success ? 'good' : 'bad'}">
      ${outcome.success ? successIcon() : failureIcon()}<span>${outcome.message}</span>
    </p>
    ${outcome.duration_ms === undefined ? nothing : html`<p class="hint" data-duration>${fill(words.preview.ranFor, { time: outcome.duration_ms })}</p>`}
    ${outcome.toast ? textPart(fill(words.preview.noticeOf, { type: outcome.toast.type }), outcome.toast.message) : nothing}
    ${outcome.clipboard === undefined ? nothing : textPart(words.common.clipboard, outcome.clipboard)}
    ${outcome.url ? textPart(words.common.opens, outcome.url) : nothing} ${scriptData(outcome.data)}`;
}

function unknown(variables: readonly string[]): unknown {
  return variables.length === 0
    ? nothing
    : html`<div class="warning" data-unknown>
        ${failureIcon()}
        <p>${filled(words.preview.unknown, { names: variables.map((name) => html`<code>${name}</code> `) })}</p>
      </div>`;
}
