import { html, nothing, type TemplateResult } from 'lit';
import { type Field, field } from '../ui/field-view';
import { faultIn, unknownIn } from '../template/marks';
import type { Names } from '../template/names';
import type { CodeEditor } from './code-editor';
import { lineIn } from './complaint-line';
import type { Language } from './languages';
import type { Marking } from './marking';

export interface CodeOptions {
  readonly value: string;
  readonly language: Language;
  readonly isReadOnly: boolean;
  readonly change: (value: string) => void;
  /** Of a template. */
  readonly names?: Names;
}

/** A field of code, with its label. */
export function codeField(description: Field, options: CodeOptions): TemplateResult {
  const message = description.errors.get(description.path);
  const focus = (event: Event) => editorBeside(event.currentTarget as HTMLElement)?.focus();
  return html`<div
    @click=${(event: Event) => ((event.target as HTMLElement).closest('label') ? focus(event) : nothing)}
  >
    ${field(
      description,
      ({ id }) =>
        html`<console-code-editor
          id=${id}
          class="code-editor ${message ? 'invalid' : ''}"
          ?data-invalid=${message !== undefined}
          .value=${options.value}
          .language=${options.language}
          .label=${description.label}
          .description=${[message, ...(description.warnings ?? [])].filter(Boolean).join(' ')}
          .isInvalid=${message !== undefined}
          .isReadOnly=${options.isReadOnly}
          .faultyLine=${message ? lineIn(message) : undefined}
          .markings=${markings(description, options.value)}
          .names=${options.names}
          .change=${options.change}
        ></console-code-editor>`,
    )}
  </div>`;
}

function markings({ errors, path, warnings = [] }: Field, text: string): readonly Marking[] {
  const fault = faultIn(text, errors.get(path) ?? '');
  const remarks = unknownIn(text, warnings).map((mark): Marking => ({ ...mark, kind: 'remark' }));
  return fault ? [{ ...fault, kind: 'fault' }, ...remarks] : remarks;
}

/** The editor of a field. */
export function editorOf(root: ParentNode, path: string): CodeEditor | null {
  return root.querySelector<CodeEditor>(`[data-field="${path}"] console-code-editor`);
}

function editorBeside(element: HTMLElement): CodeEditor | null {
  return element.querySelector<CodeEditor>('console-code-editor');
}
