import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type FieldErrors, idOf } from './field-errors';
import { words } from '../words/spoken';

/** A field and what belongs to it. */
export interface Field {
  /** The service's name for it. */
  readonly path: string;
  readonly label: string;
  readonly errors: FieldErrors;
  /** What was accepted and is probably not meant. */
  readonly warnings?: readonly string[];
  readonly hint?: unknown;
  /** What stands beside the label, such as a menu of variables. */
  readonly aside?: unknown;
  readonly isOptional?: boolean;
}

/** What a control has to say of its field. */
export interface ControlAttributes {
  readonly id: string;
  readonly invalid: 'true' | typeof nothing;
  readonly describedBy: string | typeof nothing;
}

/** A label, a control, and below them what is wrong with it or how it is meant. */
export function field(field: Field, control: (attributes: ControlAttributes) => unknown): TemplateResult {
  const id = idOf(field.path);
  return html`<div class="field" data-field=${field.path}>
    <div class="field-head">
      <label class="label" for=${id} id="${id}-label"
        >${field.label}${field.isOptional ? html`<span class="optional"> ${words.fields.optional}</span>` : nothing}</label
      >
      ${field.aside ?? nothing}
    </div>
    ${control(attributesOf(field, id))} ${complaint(field.errors, field.path, id)} ${remarks(field.warnings, id)}
    ${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing}
  </div>`;
}

/** Attributes that tie a control to its complaint and its hint. */
export function attributesOf(
  field: Pick<Field, 'path' | 'errors' | 'warnings' | 'hint'>,
  id: string,
): ControlAttributes {
  const isInvalid = field.errors.has(field.path);
  const described = [
    isInvalid ? `${id}-error` : '',
    field.warnings?.length ? `${id}-warning` : '',
    field.hint ? `${id}-hint` : '',
  ]
    .filter(Boolean)
    .join(' ');
  return { id, invalid: isInvalid ? 'true' : nothing, describedBy: described || nothing };
}

export function complaint(errors: FieldErrors, path: string, id: string): unknown {
  const message = errors.get(path);
  return message ? html`<p class="error" id="${id}-error">${message}</p>` : nothing;
}

export function remarks(warnings: readonly string[] | undefined, id: string): unknown {
  return warnings?.length
    ? html`<div class="remark" id="${id}-warning">${warnings.map((message) => html`<p>${message}</p>`)}</div>`
    : nothing;
}

export interface TextOptions {
  readonly value: string;
  readonly change: (value: string) => void;
  readonly isReadOnly: boolean;
  readonly placeholder?: string;
  readonly isCode?: boolean;
  readonly maxLength?: number;
}

/** A field of one line. */
export function textField(description: Field, options: TextOptions): TemplateResult {
  return field(
    description,
    ({ id, invalid, describedBy }) =>
      html`<input
        id=${id}
        class="input ${options.isCode ? 'code' : ''}"
        type="text"
        autocomplete="off"
        spellcheck=${options.isCode ? 'false' : 'true'}
        placeholder=${ifDefined(options.placeholder)}
        maxlength=${ifDefined(options.maxLength)}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${options.value}
        ?readonly=${options.isReadOnly}
        @input=${(event: Event) => options.change((event.target as HTMLInputElement).value)}
      />`,
  );
}
