import { html, type TemplateResult } from 'lit';

/** Text of any length with a title, such as a body or a result. */
export function textPart(title: string, text: string): TemplateResult {
  return html`<div class="part">
    <h4>${title}</h4>
    <pre class="code" tabindex="0">${text}</pre>
  </div>`;
}
