import { html, nothing, type TemplateResult } from 'lit';
import type { Exchange } from '../api/contract';
import { prettyText } from '../ui/json-text';
import { textPart } from '../ui/text-part';
import { below } from './json-lines';
import { counted, fill } from '../words/fill';
import { words } from '../words/spoken';

type Insert = (path: string, value: unknown) => void;

/** An upstream's answer: a click on its parts uses them in a template. */
export function answerView(
  { status, headers, body, truncated }: Response,
  json: unknown,
  insert: Insert,
): TemplateResult {
  return html`<div class="part" data-answer>
    <div class="part-head">
      <h4>${words.common.answer}</h4>
      <button
        class="button quiet small status ${status < 400 ? 'good' : 'bad'}"
        type="button"
        title=${fill(words.trial.insert, { variable: '{{response_status}}' })}
        @click=${() => insert('response_status', status)}
      >
        ${fill(words.common.status, { status })}
      </button>
    </div>
    ${
      json === undefined
        ? bodyText(body, truncated)
        : html`<p class="hint">${words.trial.clickValue}</p>
            <console-answer-json .value=${json} .insert=${insert}></console-answer-json>`
    }
    ${headerList(headers, insert)}
  </div>`;
}

type Response = NonNullable<Exchange['response']>;

function bodyText(body: string | null, isCut: boolean): unknown {
  if (body === '') {
    return html`<p class="hint">${words.trial.noBody}</p>`;
  }
  return textPart(
    isCut ? words.common.beginningOfBody : words.common.itsBody,
    body === null ? words.common.noText : prettyText(body),
  );
}

function headerList(headers: Response['headers'], insert: Insert): unknown {
  const names = Object.keys(headers);
  return names.length === 0
    ? nothing
    : html`<details class="fold-plain">
        <summary>${counted(words.trial.headers, names.length)}</summary>
        <div class="json code">
          ${names.map((name) => {
            const path = below('response_headers', name.toLowerCase());
            const text = `${name}: ${headers[name]}`;
            return path === undefined
              ? html`<span class="json-line">${text}</span>`
              : html`<button
                  class="json-line"
                  type="button"
                  title=${fill(words.trial.insert, { variable: `{{${path}}}` })}
                  data-path=${path}
                  @click=${() => insert(path, headers[name])}
                  .textContent=${text}
                ></button>`;
          })}
        </div>
      </details>`;
}
