import { html, nothing, type TemplateResult } from 'lit';
import type { Exchange } from '../api/contract';
import { prettyText } from '../ui/json-text';
import { textPart } from '../ui/text-part';
import { durationOf } from '../ui/words';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const STEPS = [
  ['dns_ms', words.history.lookUp],
  ['connect_ms', words.history.connection],
  ['tls_ms', 'TLS'],
  ['first_byte_ms', words.history.waiting],
] as const;

/** What a webhook sent and got back, and how long each step took. */
export function exchangeView({ request, response, timing, address }: Exchange): TemplateResult {
  return html`<div class="exchange" data-exchange>
    <p class="hint">${timeLine(timing)}${address ? ` · ${address}` : nothing}</p>
    ${textPart(words.common.request, `${request.method} ${request.url}${headerLines(request.headers)}`)}
    ${request.body ? textPart(words.common.requestBody, prettyText(request.body)) : nothing}
    <console-copy-curl .request=${request}></console-copy-curl>
    ${response ? answer(response) : html`<p class="hint">${words.common.noAnswer}</p>`}
  </div>`;
}

function answer({ status, headers, body, truncated }: NonNullable<Exchange['response']>): TemplateResult {
  const text = body ?? words.common.noText;
  return html`${textPart(words.common.answer, fill(words.common.status, { status }) + headerLines(headers))}
  ${text ? textPart(truncated ? words.common.beginningOfBody : words.common.itsBody, prettyText(text)) : nothing}`;
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `\n${name}: ${value}`)
    .join('');
}

/** How long all of it and each step took. */
export function timeLine(timing: Exchange['timing']): string {
  const steps = STEPS.flatMap(([name, word]) => {
    const took = timing[name];
    return took === null ? [] : [`${word} ${durationOf(took)}`];
  });
  return `${durationOf(timing.total_ms)}${steps.length > 0 ? ` (${steps.join(words.fields.comma)})` : ''}`;
}
