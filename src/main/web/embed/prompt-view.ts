import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Action, Input, InputValues } from './contract';
import { initialValue } from './input-values';
import type { Labels } from './words/labels';

/** What the dialog asks. */
export interface PromptModel {
  readonly action: Action;
  /** What was typed before. */
  readonly draft: InputValues | undefined;
  /** By the name of the field. */
  readonly complaints: Readonly<Record<string, string>>;
}

export interface PromptEvents {
  submit(event: SubmitEvent): void;
  /** By a button or by Escape. */
  close(): void;
}

/** The dialog; empty while nothing is asked. On phones a sheet, see prompt-styles.ts. */
export function promptDialog(model: PromptModel | undefined, labels: Labels, events: PromptEvents): TemplateResult {
  return html`<dialog
    class="prompt"
    part="dialog"
    aria-labelledby="prompt-title"
    aria-describedby=${model?.action.confirmation ? 'prompt-question' : nothing}
    @cancel=${(event: Event) => {
      event.preventDefault();
      events.close();
    }}
    @close=${events.close}
    @keydown=${stayInside}
  >
    ${model ? keyed(model.action.id, promptForm(model, labels, events)) : nothing}
  </dialog>`;
}

/** Keys of the dialog are none of the page's; its shortcuts stay silent while somebody types. */
function stayInside(event: KeyboardEvent): void {
  event.stopPropagation();
}

/** What is in the dialog. */
export function promptForm(
  { action, draft, complaints }: PromptModel,
  labels: Labels,
  events: PromptEvents,
): TemplateResult {
  return html`<form class="prompt-form" part="dialog-form" novalidate @submit=${events.submit}>
    <h2 class="prompt-title" part="dialog-title" id="prompt-title">${action.name}</h2>
    ${
      action.confirmation
        ? html`<p class="prompt-question" part="dialog-question" id="prompt-question">${action.confirmation}</p>`
        : nothing
    }
    ${(action.inputs ?? []).map((input) => field(input, draft, complaints[input.name], labels))}
    <div class="prompt-buttons" part="dialog-buttons">
      <button class="button" part="button dialog-cancel" type="button" @click=${events.close}>${labels.cancel}</button>
      <button class="button primary" part="button dialog-run" type="submit">${labels.run}</button>
    </div>
  </form>`;
}

function field(
  input: Input,
  draft: InputValues | undefined,
  complaint: string | undefined,
  labels: Labels,
): TemplateResult {
  const id = `input-${input.name}`;
  const label = html`<label class="field-label" part="field-label" for=${id}
    >${input.label}${input.required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}</label
  >`;
  const drawn = control(input, id, draft, complaint, labels);
  const isCheckbox = input.type === 'checkbox';
  return html`<div class=${isCheckbox ? 'prompt-field inline' : 'prompt-field'} part="dialog-field">
    ${isCheckbox ? [drawn, label] : [label, drawn]}
    ${complaint ? html`<div class="complaint" part="field-error" id="${id}-error" role="alert">${complaint}</div>` : nothing}
  </div>`;
}

function control(
  input: Input,
  id: string,
  draft: InputValues | undefined,
  complaint: string | undefined,
  labels: Labels,
): TemplateResult {
  const value = initialValue(input, draft);
  const invalid = complaint ? 'true' : nothing;
  const described = complaint ? `${id}-error` : nothing;
  const hint = input.placeholder || nothing;
  switch (input.type) {
    case 'textarea':
      return html`<textarea
        class="field-control"
        part="field-control"
        id=${id}
        name=${input.name}
        rows="4"
        maxlength="10000"
        placeholder=${hint}
        ?required=${input.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        .defaultValue=${String(value)}
      ></textarea>`;
    case 'select':
      return html`<select
        class="field-control"
        part="field-control"
        id=${id}
        name=${input.name}
        ?required=${input.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
      >
        <option value="">${input.placeholder || labels.choose}</option>
        ${(input.options ?? []).map(
          (option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
        )}
      </select>`;
    case 'checkbox':
      return html`<input
        class="field-control"
        part="field-control"
        id=${id}
        name=${input.name}
        type="checkbox"
        ?required=${input.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        .defaultChecked=${value === true}
      />`;
    default:
      return html`<input
        class="field-control"
        part="field-control"
        id=${id}
        name=${input.name}
        type=${input.type}
        step=${input.type === 'number' ? 'any' : nothing}
        maxlength=${input.type === 'number' || input.type === 'date' ? nothing : 10000}
        autocomplete="off"
        placeholder=${hint}
        ?required=${input.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        .defaultValue=${String(value)}
      />`;
  }
}
