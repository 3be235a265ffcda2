import { html, nothing, type TemplateResult } from 'lit';
import type { ChangedValue } from '../api/contract';
import { isSecretField, labelOf } from '../ui/field-labels';
import { differingLines } from './differing-lines';

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
  return html`${side('Before', before === undefined ? undefined : was)}
  ${side('After', after === undefined ? undefined : is)}`;
}

function side(title: string, text: string | undefined): unknown {
  return html`<dd class="changed-side ${title.toLowerCase()}">
    <span class="changed-title">${title}</span>
    ${text === undefined || text === '' ? html`<span class="hint">${text === '' ? 'empty' : 'not set'}</span>` : nothing}
    ${text ? html`<pre class="code" tabindex="0">${text}</pre>` : nothing}
  </dd>`;
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 2);
}
