import { html } from 'lit';
import type { Line } from './form-part';
import type { WebhookDraft } from './webhook-draft';
import { WebhookPart } from './webhook-part';
import { words } from '../words/spoken';

const SUCCESS = 'config.success_when';
const FAILURE = 'config.result.failure';

/** What of the answer the agent gets to see. */
export class ResultFields extends WebhookPart {
  protected override render(): unknown {
    const { toast, clipboard, resultUrl } = this.webhook;
    return html`<fieldset class="group">
        <legend>${words.fields.shownToAgent}</legend>
        ${this.result('toast', words.fields.notice, toast, 'Ticket #{{response.id}} created', (toast) => ({ toast }))}
        ${this.result('clipboard', words.fields.copied, clipboard, '{{response.id}}', (clipboard) => ({ clipboard }))}
        ${this.result(
          'url',
          words.fields.pageToOpen,
          resultUrl,
          'https://help.example.com/tickets/{{response.id}}',
          (resultUrl) => ({ resultUrl }),
        )}
      </fieldset>
      ${this.failures()}`;
  }

  private failures(): unknown {
    const { successWhen, failure } = this.webhook;
    return this.fold(words.editor.failures, successWhen || failure, [SUCCESS, FAILURE], () => [
      this.template({
        path: SUCCESS,
        label: words.fields.workedIf,
        value: successWhen,
        placeholder: '{{response.ok}}',
        hint: words.editor.workedIfHint,
        set: (typed) => this.set({ successWhen: typed }, SUCCESS),
      }),
      this.template({
        path: FAILURE,
        label: words.fields.failureNotice,
        value: failure,
        placeholder: 'Not created: {{response.message}}',
        set: (typed) => this.set({ failure: typed }, FAILURE),
      }),
    ]);
  }

  private result(
    name: string,
    label: string,
    value: string,
    placeholder: string,
    change: (text: string) => Partial<WebhookDraft>,
  ): unknown {
    const path = `config.result.${name}`;
    return this.template({ path, label, value, placeholder, set: (typed) => this.set(change(typed), path) });
  }

  private template(line: Omit<Line, 'place' | 'isOptional'>): unknown {
    return this.line({ ...line, place: 'answer', isOptional: true });
  }
}
