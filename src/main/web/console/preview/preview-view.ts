import { html, nothing, type TemplateResult } from 'lit';
import { isOpenHeader } from '../curl/write';
import type { ScriptPreview, UrlPreview, WebhookPreview } from '../api/contract';
import { failureIcon, successIcon } from '../ui/icons';
import { prettyText } from '../ui/json-text';
import { scriptData } from '../ui/script-data';
import { textPart } from '../ui/text-part';
import { resultView } from '../ui/result-view';

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
      return html`${textPart('Opens', result.answer.url)} ${unknown(result.answer.unknown_variables ?? [])}`;
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
    ${areShown ? 'Hide values' : 'Show values'}
  </button>`;
  return html`<div class="part">
      <h4>Request</h4>
      <pre class="code" tabindex="0"><span class="method">${request.method}</span> ${request.url}</pre>
    </div>
    ${
      headers.length === 0
        ? nothing
        : html`<div class="part">
            <div class="part-head">
              <h4>Headers</h4>
              ${headers.every(([name]) => isOpenHeader(name)) ? nothing : reveal}
            </div>
            <pre class="code" tabindex="0">
${headers.map(([name, value]) => `${name}: ${areShown || isOpenHeader(name) ? value : HIDDEN}`).join('\n')}</pre>
          </div>`
    }
    ${request.body ? textPart('Body', prettyText(request.body)) : nothing}
    <console-copy-curl .request=${request}></console-copy-curl>
    ${unknown(unknown_variables)}`;
}

/** What a script did; nothing of it has reached anybody. */
function scriptOutcome(outcome: ScriptPreview): TemplateResult {
  return html`<p class="outcome ${outcome.success ? 'good' : 'bad'}">
      ${outcome.success ? successIcon() : failureIcon()}<span>${outcome.message}</span>
    </p>
    ${outcome.duration_ms === undefined ? nothing : html`<p class="hint" data-duration>Ran for ${outcome.duration_ms} ms</p>`}
    ${outcome.toast ? textPart(`Notice (${outcome.toast.type})`, outcome.toast.message) : nothing}
    ${outcome.clipboard === undefined ? nothing : textPart('Clipboard', outcome.clipboard)}
    ${outcome.url ? textPart('Opens', outcome.url) : nothing} ${scriptData(outcome.data)}`;
}

function unknown(variables: readonly string[]): unknown {
  return variables.length === 0
    ? nothing
    : html`<div class="warning" data-unknown>
        ${failureIcon()}
        <p>Unknown for this contact and left out: ${variables.map((name) => html`<code>${name}</code> `)}</p>
      </div>`;
}
