import { html, type TemplateResult } from 'lit';
import { type Field, field } from '../ui/field-view';
import type { TemplateOptions } from './template-input';

/** A field of one line that holds a template. */
export function templateField(
  description: Field,
  options: Omit<TemplateOptions, 'id' | 'invalid' | 'describedBy'>,
): TemplateResult {
  return field(
    description,
    (attributes) => html`<console-template-input .options=${{ ...attributes, ...options }}></console-template-input>`,
  );
}
