import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Received } from './service';

/** What the demo's receiver got from webhooks, so that one sees what a click sends. */
export class ReceiverLog extends LitElement {
  static override readonly styles = css`
    h2 {
      font-size: 15px;
      margin: 0;
    }

    p {
      color: var(--quiet);
      font-size: 13px;
      margin: 2px 0 12px;
    }

    ol {
      display: flex;
      flex-direction: column;
      gap: 12px;
      list-style: none;
      margin: 0;
      padding: 0;
    }

    li {
      border: 1px solid var(--line);
      border-radius: 8px;
      overflow: hidden;
    }

    .line {
      align-items: baseline;
      display: flex;
      font-size: 13px;
      gap: 8px;
      padding: 8px 12px;
    }

    .number {
      font-weight: 600;
    }

    time {
      color: var(--quiet);
      margin-inline-start: auto;
    }

    pre {
      background: var(--page);
      font:
        12px/1.5 ui-monospace,
        monospace;
      margin: 0;
      overflow-wrap: anywhere;
      padding: 8px 12px;
      white-space: pre-wrap;
    }

    summary {
      color: var(--quiet);
      cursor: pointer;
      font-size: 13px;
      padding: 6px 12px;
    }

    summary:focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }
  `;

  @property({ attribute: false }) calls: readonly Received[] = [];

  protected override render(): unknown {
    return html`
      <h2>Receiver</h2>
      <p>The other system, and what the webhooks sent to it, with the contact and the conversation.</p>
      ${this.calls.length === 0 ? html`<p>Nothing yet. Click “Create ticket”.</p>` : nothing}
      <ol aria-live="polite">
        ${this.calls.map((call) => entry(call))}
      </ol>
    `;
  }
}

function entry(call: Received): unknown {
  return html`<li>
    <div class="line">
      <span class="number">#${call.id}</span>
      <span>${call.method}</span>
      <time datetime=${call.at}>${new Date(call.at).toLocaleTimeString()}</time>
    </div>
    <pre>${readable(call.body)}</pre>
    <details>
      <summary>Headers</summary>
      <pre>${Object.entries(call.headers).map(([name, value]) => `${name}: ${value}\n`)}</pre>
    </details>
  </li>`;
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

customElements.define('receiver-log', ReceiverLog);
