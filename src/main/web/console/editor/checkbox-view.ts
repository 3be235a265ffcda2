import { html, type TemplateResult } from 'lit';

/** Something that is so or is not. */
export function checkbox(
  label: string,
  path: string,
  isChecked: boolean,
  isReadOnly: boolean,
  change: (isChecked: boolean) => void,
): TemplateResult {
  return html`<label class="check" data-field=${path}>
    <input
      type="checkbox"
      .checked=${isChecked}
      ?disabled=${isReadOnly}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    /><span>${label}</span>
  </label>`;
}
