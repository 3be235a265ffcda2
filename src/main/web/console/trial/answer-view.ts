import { html, nothing, type TemplateResult } from 'lit';
import type { Exchange } from '../api/contract';
import { prettyText } from '../ui/json-text';
import { textPart } from '../ui/text-part';
import { below } from './json-lines';

type Insert = (path: string, value: unknown) => void;

/** An upstream's answer: a click on its parts uses them in a template. */
export function answerView(
  { status, headers, body, truncated }: Response,
  json: unknown,
  insert: Insert,
): TemplateResult {
  return html`<div class="part" data-answer>
    <div class="part-head">
      <h4>Answer</h4>
      <button
        class="button quiet small status ${status < 400 ? 'good' : 'bad'}"
        type="button"
        title="Insert {{response_status}}"
        @click=${() => insert('response_status', status)}
      >
        Status ${status}
      </button>
    </div>
    ${
      json === undefined
        ? bodyText(body, truncated)
        : html`<p class="hint">Click a value to use it in what the agent sees.</p>
            <console-answer-json .value=${json} .insert=${insert}></console-answer-json>`
    }
    ${headerList(headers, insert)}
  </div>`;
}

type Response = NonNullable<Exchange['response']>;

function bodyText(body: string | null, isCut: boolean): unknown {
  if (body === '') {
    return html`<p class="hint">It has no body.</p>`;
  }
  return textPart(isCut ? 'Beginning of its body' : 'Its body', body === null ? 'It is no text.' : prettyText(body));
}

function headerList(headers: Response['headers'], insert: Insert): unknown {
  const names = Object.keys(headers);
  return names.length === 0
    ? nothing
    : html`<details class="fold-plain">
        <summary>${names.length} headers</summary>
        <div class="json code">
          ${names.map((name) => {
            const path = below('response_headers', name.toLowerCase());
            const text = `${name}: ${headers[name]}`;
            return path === undefined
              ? html`<span class="json-line">${text}</span>`
              : html`<button
                  class="json-line"
                  type="button"
                  title="Insert {{${path}}}"
                  data-path=${path}
                  @click=${() => insert(path, headers[name])}
                  .textContent=${text}
                ></button>`;
          })}
        </div>
      </details>`;
}
