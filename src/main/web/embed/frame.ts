import { html, nothing, type TemplateResult } from 'lit';

/** All of an element, in looks of its own, with the corner that notices are drawn in. */
export function frame(content: unknown, direction?: 'rtl'): TemplateResult {
  return html`<div class="whole" dir=${direction ?? nothing}>
    ${content}
    <div class="corner"></div>
  </div>`;
}
