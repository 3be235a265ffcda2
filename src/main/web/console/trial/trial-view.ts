import { html, nothing, type TemplateResult } from 'lit';
import type { ActionType, ResultPreview, TrialResult } from '../api/contract';
import { timeLine } from '../history/exchange-view';
import { resultView } from '../ui/result-view';
import { failureIcon, successIcon } from '../ui/icons';
import { pretty, prettyText } from '../ui/json-text';
import { scriptData } from '../ui/script-data';
import { textPart } from '../ui/text-part';
import { jsonOf } from './answer';
import { answerView } from './answer-view';
import { words } from '../words/spoken';

export interface TrialModel {
  readonly type: ActionType;
  readonly result: TrialResult;
  /** What an agent would see of the answer. */
  readonly shown: ResultPreview | undefined;
  readonly insert: (path: string, value: unknown) => void;
}

/** What a trial did. */
export function trialOutcome({ type, result, shown, insert }: TrialModel): TemplateResult {
  const { success, message, clipboard, redirect_url, exchange, warnings = [], data } = result;
  return html`<p class="outcome ${success ? 'good' : 'bad'}">
      ${success ? successIcon() : failureIcon()}<span>${message}</span>
    </p>
    ${warnings.map((warning) => html`<p class="remark">${warning.message}</p>`)}
    ${redirect_url ? html`<p class="hint">${words.common.openedPage}</p>` : nothing}
    ${clipboard === undefined ? nothing : textPart(words.common.clipboard, clipboard)}
    ${shown ? resultView(shown) : nothing}
    ${exchange ? exchangeParts(exchange, jsonOf(result), insert) : dataOf(type, data)}`;
}

/** Of a script, what it did; its code and its context are known. */
function dataOf(type: ActionType, data: unknown): unknown {
  if (data === undefined) {
    return nothing;
  }
  return type === 'javascript' ? scriptData(data) : textPart(words.common.data, pretty(data));
}

function exchangeParts(
  { request, response, timing, address }: NonNullable<TrialResult['exchange']>,
  json: unknown,
  insert: TrialModel['insert'],
): TemplateResult {
  const headers = Object.entries(request.headers).map(([name, value]) => `\n${name}: ${value}`);
  return html`<div class="exchange" data-exchange>
    ${response ? answerView(response, json, insert) : html`<p class="hint">${words.common.noAnswer}</p>`}
    <p class="hint" data-timing>${timeLine(timing)}${address ? ` · ${address}` : nothing}</p>
    ${textPart(words.common.request, `${request.method} ${request.url}${headers.join('')}`)}
    ${request.body ? textPart(words.common.requestBody, prettyText(request.body)) : nothing}
    <console-copy-curl .request=${request}></console-copy-curl>
  </div>`;
}
