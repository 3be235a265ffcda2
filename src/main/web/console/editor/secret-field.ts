import { html, type TemplateResult } from 'lit';
import type { TemplateOptions } from './template-input';

export interface SecretOptions extends TemplateOptions {
  /** For who cannot see it. */
  readonly name: string;
}

/** A value that nobody sees over somebody's shoulder unless it is asked for. */
export function secretField(options: SecretOptions): TemplateResult {
  return html`<console-secret-input .options=${options}></console-secret-input>`;
}
