import { html, type TemplateResult } from 'lit';
import type { ControlAttributes } from '../ui/field-view';

export interface SecretOptions extends ControlAttributes {
  /** For who cannot see it. */
  readonly name: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly label?: string;
  readonly placeholder?: string;
  readonly change: (value: string) => void;
}

/** A value that nobody sees over somebody's shoulder unless it is asked for. */
export function secretField(options: SecretOptions): TemplateResult {
  return html`<console-secret-input .options=${options}></console-secret-input>`;
}
