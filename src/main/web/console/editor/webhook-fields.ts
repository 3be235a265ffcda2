import { html } from 'lit';
import { codeField, editorOf } from '../code/code-field';
import { isCurl } from '../curl/command';
import { menuOf } from '../template/names';
import { contentTypeOf, DEFAULT_CONTENT_TYPE } from './content-type';
import { tag } from './insertion';
import type { WebhookDraft } from './webhook-draft';
import { WebhookPart } from './webhook-part';
import { filled } from '../words/fill';
import { words } from '../words/spoken';

const METHODS = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'] as const;
const METHOD = 'config.method';
const BODY = 'config.body';

/** What a webhook sends, and what of the answer the agent gets to see: what is used most comes first. */
export class WebhookFields extends WebhookPart {
  protected override render(): unknown {
    return [this.request(), this.headers(), this.body(), this.further()];
  }

  private request(): unknown {
    const path = 'config.url';
    const methods = METHODS.map((method) => [method, method] as const);
    return html`<div class="method-and-url">
      ${this.choice(METHOD, words.fields.method, this.webhook.method, methods, (method) =>
        this.set({ method: method as WebhookDraft['method'] }, METHOD),
      )}
      ${this.line({
        path,
        label: words.fields.url,
        value: this.webhook.url,
        place: 'request',
        placeholder: 'https://api.example.com/tickets',
        paste: (text) => this.pasted(text),
        set: (url) => this.set({ url }, path),
      })}
    </div>`;
  }

  /** Somebody pastes a whole command where the URL goes. */
  private pasted(text: string): boolean {
    const isCommand = isCurl(text);
    if (isCommand) {
      this.dispatchEvent(new CustomEvent('console-curl', { detail: text, bubbles: true }));
    }
    return isCommand;
  }

  private headers(): unknown {
    return html`<console-header-rows
      .rows=${this.webhook.headers}
      .errors=${this.errors}
      .warnings=${this.warnings}
      .names=${this.names('request')}
      .isReadOnly=${this.isReadOnly}
      .change=${(headers: WebhookDraft['headers'], path: string) => this.set({ headers }, path)}
    ></console-header-rows>`;
  }

  private body(): unknown {
    if (this.webhook.method === 'GET') {
      return html`<p class="hint">${words.editor.getHasNoBody}</p>`;
    }
    const type = contentTypeOf(this.webhook.headers);
    const names = this.names('request');
    const insert = (variable: string) => editorOf(this, BODY)?.insert(tag(variable));
    return codeField(
      {
        path: BODY,
        label: words.fields.body,
        isOptional: true,
        errors: this.errors,
        warnings: this.warnings.get(BODY),
        aside: this.variableMenu(words.editor.theBody, menuOf(names), insert),
        hint: html`${filled(type === DEFAULT_CONTENT_TYPE ? words.editor.sentAs : words.editor.sentAsSet, {
          type: html`<code>${type}</code>`,
        })}
        ${this.emptyBody(type)}`,
      },
      {
        value: this.webhook.body,
        language: /\bjson\b/.test(type) ? 'json' : 'text',
        names,
        isReadOnly: this.isReadOnly,
        // Who writes one wants it sent, also after a command that had none.
        change: (body) => this.set(this.webhook.body === '' ? { body, sendsBody: true } : { body }, BODY),
      },
    );
  }

  private emptyBody(type: string): string {
    const sendsAll = /\bjson\b/.test(type) && this.webhook.method !== 'DELETE';
    return sendsAll ? words.editor.emptyBody : words.editor.noTextNoBody;
  }

  private further(): unknown {
    const { draft, errors, warnings, isReadOnly, secrets, change } = this;
    return html`<console-result-fields
        .draft=${draft}
        .errors=${errors}
        .warnings=${warnings}
        .isReadOnly=${isReadOnly}
        .secrets=${secrets}
        .change=${change}
      ></console-result-fields>
      <console-auth-fields
        .draft=${draft}
        .errors=${errors}
        .warnings=${warnings}
        .isReadOnly=${isReadOnly}
        .secrets=${secrets}
        .change=${change}
      ></console-auth-fields>
      <console-sending-fields
        .draft=${draft}
        .errors=${errors}
        .warnings=${warnings}
        .isReadOnly=${isReadOnly}
        .change=${change}
      ></console-sending-fields>
      <console-signature-fields
        .draft=${draft}
        .errors=${errors}
        .warnings=${warnings}
        .isReadOnly=${isReadOnly}
        .secrets=${secrets}
        .change=${change}
      ></console-signature-fields>`;
  }
}
