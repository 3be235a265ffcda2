import { html, nothing } from 'lit';
import { codeField, editorOf } from '../code/code-field';
import { field, textField } from '../ui/field-view';
import { contentTypeOf, DEFAULT_CONTENT_TYPE } from './content-type';
import type { WebhookDraft } from './draft';
import { FormPart } from './form-part';
import { tag } from './insertion';
import { secretField } from './secret-field';
import { newSigningSecret } from './signing-secret';
import { VARIABLES, WITH_RESPONSE } from './variables';

const METHODS = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'] as const;
const METHOD = 'config.method';
const BODY = 'config.body';

/** What a webhook sends, and what of the answer the agent gets to see. */
export class WebhookFields extends FormPart {
  protected override render(): unknown {
    return [this.request(), this.headers(), this.body(), this.result(), this.signing()];
  }

  private request(): unknown {
    const { webhook } = this.draft;
    const path = 'config.url';
    return html`<div class="method-and-url">
      ${field(
        { path: METHOD, label: 'Method', errors: this.errors },
        ({ id }) =>
          html`<select
            id=${id}
            class="input select code"
            ?disabled=${this.isReadOnly}
            @change=${(event: Event) => this.set({ method: value(event) as WebhookDraft['method'] }, METHOD)}
          >
            ${METHODS.map((method) => html`<option ?selected=${method === webhook.method}>${method}</option>`)}
          </select>`,
      )}
      ${textField(
        { path, label: 'URL', errors: this.errors, aside: this.variables('URL', path) },
        {
          value: webhook.url,
          isCode: true,
          isReadOnly: this.isReadOnly,
          placeholder: 'https://api.example.com/tickets',
          change: (url) => this.set({ url }, path),
        },
      )}
    </div>`;
  }

  private headers(): unknown {
    return html`<console-header-rows
      .rows=${this.draft.webhook.headers}
      .errors=${this.errors}
      .isReadOnly=${this.isReadOnly}
      .change=${(headers: WebhookDraft['headers'], path: string) => this.set({ headers }, path)}
    ></console-header-rows>`;
  }

  private body(): unknown {
    const { webhook } = this.draft;
    if (webhook.method === 'GET') {
      return html`<p class="hint">A GET request has no body.</p>`;
    }
    const type = contentTypeOf(webhook.headers);
    const insert = (variable: string) => editorOf(this, BODY)?.insert(tag(variable));
    return codeField(
      {
        path: BODY,
        label: 'Body',
        isOptional: true,
        errors: this.errors,
        aside: this.variableMenu('the body', VARIABLES, insert),
        hint: html`Sent as
          <code>${type}</code>${type === DEFAULT_CONTENT_TYPE ? nothing : ', set by the Content-Type header'}. An empty
          body sends contact, user and organization as JSON.`,
      },
      {
        value: webhook.body,
        language: /\bjson\b/.test(type) ? 'json' : 'text',
        isReadOnly: this.isReadOnly,
        change: (body) => this.set({ body }, BODY),
      },
    );
  }

  private result(): unknown {
    const { toast, clipboard, resultUrl } = this.draft.webhook;
    return html`<fieldset class="group">
      <legend>Shown to the agent</legend>
      ${this.resultField('toast', 'Notice', 'Ticket #{{response.id}} created', toast, (toast) => ({ toast }))}
      ${this.resultField('clipboard', 'Copied to the clipboard', '{{response.id}}', clipboard, (clipboard) => ({ clipboard }))}
      ${this.resultField(
        'url',
        'Page to open',
        'https://help.example.com/tickets/{{response.id}}',
        resultUrl,
        (resultUrl) => ({
          resultUrl,
        }),
      )}
    </fieldset>`;
  }

  private resultField(
    name: string,
    label: string,
    placeholder: string,
    text: string,
    change: (text: string) => Partial<WebhookDraft>,
  ): unknown {
    const path = `config.result.${name}`;
    return textField(
      { path, label, isOptional: true, errors: this.errors, aside: this.variables(label, path, WITH_RESPONSE) },
      {
        value: text,
        isCode: true,
        isReadOnly: this.isReadOnly,
        placeholder: this.isReadOnly ? undefined : placeholder,
        change: (typed) => this.set(change(typed), path),
      },
    );
  }

  private signing(): unknown {
    const path = 'config.signing_secret';
    const hint = 'Signs each request, so that its receiver can check that it comes from you.';
    const set = (signingSecret: string) => this.set({ signingSecret }, path);
    const generate = html`<button class="button quiet small" type="button" @click=${() => set(newSigningSecret())}>
      Generate
    </button>`;
    return field(
      {
        path,
        label: 'Signing secret',
        isOptional: true,
        errors: this.errors,
        hint,
        aside: this.isReadOnly ? undefined : generate,
      },
      (attributes) =>
        secretField({
          ...attributes,
          name: 'the signing secret',
          value: this.draft.webhook.signingSecret,
          isReadOnly: this.isReadOnly,
          change: set,
        }),
    );
  }

  private set(change: Partial<WebhookDraft>, path: string): void {
    this.change({ ...this.draft, webhook: { ...this.draft.webhook, ...change } }, path);
  }
}

function value(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
