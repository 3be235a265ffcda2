import { html, nothing, type TemplateResult } from 'lit';
import type { ChangedValue } from '../api/contract';
import { isSecretField, labelOf } from '../ui/field-labels';
import { differingLines } from './differing-lines';
import { words } from '../words/spoken';

/** What fields were before a change and after it. */
export function changeValues(values: readonly ChangedValue[]): TemplateResult {
  return html`<dl class="changed">
    ${values.map(
      (value) =>
        html`<div class="changed-field" data-changed=${value.field}>
          <dt>${labelOf(value.field)}</dt>
          ${isSecretField(value.field) ? html`<dd class="hint">${secretWord(value)}</dd>` : sides(value)}
        </div>`,
    )}
  </dl>`;
}

function secretWord({ before, after }: ChangedValue): string {
  if (before === undefined) {
    return 'set';
  }
  return after === undefined ? 'removed' : 'replaced';
}

function sides({ before, after }: ChangedValue): TemplateResult {
  const [was, is] = differingLines(shown(before), shown(after));
  return html`${side(words.history.before, before === undefined ? undefined : was)}
  ${side(words.history.after, after === undefined ? undefined : is)}`;
}

function side(title: string, text: string | undefined): unknown {
  return html`<dd class="changed-side ${title.toLowerCase()}">
    <span class="changed-title">${title}</span>
    ${text === undefined || text === '' ? html`<span class="hint">${text === '' ? words.common.emptyValue : words.history.notSet}</span>` : nothing}
    ${text ? html`<pre class="code" tabindex="0">${text}</pre>` : nothing}
  </dd>`;
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? words.common.yes : words.common.no;
  }
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 2);
}
