import { html, nothing, type TemplateResult } from 'lit';
import type { Exchange } from '../api/contract';
import { prettyText } from '../ui/json-text';
import { textPart } from '../ui/text-part';
import { durationOf } from '../ui/words';

const STEPS = [
  ['dns_ms', 'look-up'],
  ['connect_ms', 'connection'],
  ['tls_ms', 'TLS'],
  ['first_byte_ms', 'waiting'],
] as const;

/** What a webhook sent and got back, and how long each step took. */
export function exchangeView({ request, response, timing, address }: Exchange): TemplateResult {
  return html`<div class="exchange" data-exchange>
    <p class="hint">${timeLine(timing)}${address ? ` · ${address}` : nothing}</p>
    ${textPart('Request', `${request.method} ${request.url}${headerLines(request.headers)}`)}
    ${request.body ? textPart('Request body', prettyText(request.body)) : nothing}
    <console-copy-curl .request=${request}></console-copy-curl>
    ${response ? answer(response) : html`<p class="hint">There was no complete answer.</p>`}
  </div>`;
}

function answer({ status, headers, body, truncated }: NonNullable<Exchange['response']>): TemplateResult {
  const text = body ?? 'It is no text.';
  return html`${textPart('Answer', `Status ${status}${headerLines(headers)}`)}
  ${text ? textPart(truncated ? 'Beginning of its body' : 'Its body', prettyText(text)) : nothing}`;
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
  return `${durationOf(timing.total_ms)}${steps.length > 0 ? ` (${steps.join(', ')})` : ''}`;
}
