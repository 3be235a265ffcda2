import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { InputType } from '../../embed/contract';
import { type FieldErrors, idOf, NO_ERRORS } from '../ui/field-errors';
import { complaint, field, textField } from '../ui/field-view';
import { addIcon, deleteIcon, gripIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { checkbox } from './checkbox-view';
import { type InputRow, inputRow, moved, nameOf } from './terms-draft';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const PATH = 'inputs';
const MOST = 10;

const TYPES: readonly (readonly [InputType, string])[] = [
  ['text', words.inputTypes.text],
  ['textarea', words.inputTypes.textarea],
  ['number', words.inputTypes.number],
  ['select', words.inputTypes.select],
  ['checkbox', words.inputTypes.checkbox],
  ['date', words.inputTypes.date],
  ['email', words.inputTypes.email],
  ['tel', words.inputTypes.phone],
];

/** The fields that an agent fills in, a row each, in the order of the form. */
export class InputRows extends PlainElement {
  @property({ attribute: false }) rows: readonly InputRow[] = [];
  @property({ attribute: false }) errors: FieldErrors = NO_ERRORS;
  @property({ attribute: false }) change: (rows: readonly InputRow[], path: string) => void = () => {};

  @state() private announced = '';

  /** The row that is dragged, and the order before. */
  private drag: { readonly key: number; readonly before: readonly InputRow[] } | undefined;

  protected override render(): unknown {
    return html`<fieldset class="group" data-field=${PATH}>
      <legend>${words.fields.inputs}</legend>
      ${this.rows.length === 0 ? html`<p class="hint">${words.editor.noInputs}</p>` : nothing}
      ${repeat(
        this.rows,
        (row) => row.key,
        (row, index) => this.row(row, index),
      )}
      ${complaint(this.errors, PATH, idOf(PATH))}
      <span class="spoken" role="status">${this.announced}</span>
      ${
        this.rows.length < MOST
          ? html`<button class="button small" type="button" data-add-input @click=${this.add}>
              ${addIcon()}${words.editor.addInput}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  private row(row: InputRow, index: number): unknown {
    const path = `${PATH}[${index}]`;
    const { errors } = this;
    const text = (name: 'label' | 'name' | 'placeholder' | 'initial', label: string, hint?: string) =>
      textField(
        { path: `${path}.${name === 'initial' ? 'default' : name}`, label, errors, hint, isOptional: isOptional(name) },
        { value: row[name], isReadOnly: false, change: (value) => this.set(row, { [name]: value }, `${path}.${name}`) },
      );
    return html`<div
      class="input-row"
      role="group"
      aria-label=${fill(words.fields.input, { name: index + 1 })}
      data-field=${path}
      data-key=${row.key}
    >
      <div class="input-row-head">
        <button
          class="icon-button grip"
          type="button"
          title=${words.editor.moveHint}
          aria-label=${fill(words.editor.moveInput, { name: row.label || words.editor.theInput })}
          @keydown=${(event: KeyboardEvent) => this.moveByKey(event, row, index)}
          @pointerdown=${(event: PointerEvent) => this.startDrag(event, row)}
          @pointermove=${this.dragged}
          @pointerup=${this.endDrag}
          @pointercancel=${this.cancelDrag}
        >
          ${gripIcon()}
        </button>
        <span class="input-row-title">${row.label || fill(words.fields.input, { name: index + 1 })}</span>
        <button
          class="icon-button"
          type="button"
          title=${fill(words.editor.remove, { name: row.label || words.editor.theInput })}
          aria-label=${fill(words.editor.remove, { name: row.label || words.editor.theInput })}
          @click=${() => this.drop(row)}
        >
          ${deleteIcon()}
        </button>
      </div>
      <div class="field-pair">
        ${textField(
          { path: `${path}.label`, label: words.editor.label, errors },
          { value: row.label, isReadOnly: false, maxLength: 60, change: (label) => this.relabel(row, label, path) },
        )}
        ${this.typeField(row, path)}
      </div>
      <div class="field-pair">
        ${text('name', words.editor.nameInTemplates, row.name ? `{{input.${row.name}}}` : undefined)}
        ${row.type === 'checkbox' ? nothing : text('placeholder', words.editor.placeholder)}
      </div>
      ${row.type === 'select' ? this.options(row, path) : nothing}
      ${row.type === 'checkbox' ? nothing : text('initial', words.editor.default)}
      ${
        row.type === 'checkbox'
          ? checkbox(words.editor.tickedFirst, `${path}.default`, row.initial !== '', false, (isTicked) =>
              this.set(row, { initial: isTicked ? 'true' : '' }, `${path}.default`),
            )
          : nothing
      }
      ${checkbox(
        row.type === 'checkbox' ? words.editor.mustTick : words.editor.mustFill,
        `${path}.required`,
        row.required,
        false,
        (required) => this.set(row, { required }, `${path}.required`),
      )}
    </div>`;
  }

  private typeField(row: InputRow, path: string): unknown {
    return field(
      { path: `${path}.type`, label: words.common.type, errors: this.errors },
      ({ id, invalid, describedBy }) =>
        html`<select
          id=${id}
          class="input select"
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          @change=${(event: Event) =>
            this.set(
              row,
              { type: (event.target as HTMLSelectElement).value as InputType, initial: '' },
              `${path}.type`,
            )}
        >
          ${TYPES.map(([type, label]) => html`<option value=${type} ?selected=${type === row.type}>${label}</option>`)}
        </select>`,
    );
  }

  private options(row: InputRow, path: string): unknown {
    const hint = words.editor.optionsHint;
    return field(
      { path: `${path}.options`, label: words.editor.options, errors: this.errors, hint },
      ({ id, invalid, describedBy }) =>
        html`<textarea
          id=${id}
          class="input"
          rows="4"
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          .value=${row.options}
          @input=${(event: Event) =>
            this.set(row, { options: (event.target as HTMLTextAreaElement).value }, `${path}.options`)}
        ></textarea>`,
    );
  }

  /** The name follows the label until somebody gives another. */
  private relabel(row: InputRow, label: string, path: string): void {
    const follows = row.name === '' || row.name === nameOf(row.label);
    this.set(row, follows ? { label, name: nameOf(label) } : { label }, `${path}.label`);
  }

  private set(row: InputRow, change: Partial<InputRow>, path: string): void {
    this.change(
      this.rows.map((known) => (known.key === row.key ? { ...known, ...change } : known)),
      path,
    );
  }

  private readonly add = async (): Promise<void> => {
    this.change([...this.rows, inputRow({})], PATH);
    await this.settled();
    const last = Array.from(this.querySelectorAll('.input-row')).at(-1);
    last?.querySelector<HTMLElement>('input')?.focus();
  };

  private async drop(row: InputRow): Promise<void> {
    this.change(
      this.rows.filter(({ key }) => key !== row.key),
      PATH,
    );
    await this.settled();
    this.querySelector<HTMLElement>('[data-add-input]')?.focus();
  }

  private async moveByKey(event: KeyboardEvent, row: InputRow, index: number): Promise<void> {
    if (event.key === 'Escape' && this.drag) {
      this.cancelDrag();
      return;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    this.move(row.key, index + step);
    await this.settled();
    this.querySelector<HTMLElement>(`[data-key="${row.key}"] .grip`)?.focus();
  }

  private move(key: number, to: number): void {
    const rows = moved(this.rows, key, to);
    if (rows !== this.rows) {
      this.change(rows, PATH);
      const { label } = rows[to];
      this.announced = fill(words.editor.inputNow, {
        name: label || words.editor.theInputStart,
        place: to + 1,
        count: rows.length,
      });
    }
  }

  private startDrag(event: PointerEvent, row: InputRow): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.drag = { key: row.key, before: this.rows };
  }

  private readonly dragged = (event: PointerEvent): void => {
    if (!this.drag) {
      return;
    }
    const boxes = Array.from(this.querySelectorAll('.input-row'), (row) => row.getBoundingClientRect());
    const from = this.rows.findIndex(({ key }) => key === this.drag?.key);
    const to = boxes.findIndex(({ top, bottom }) => event.clientY >= top && event.clientY < bottom);
    // Past the middle of another row, or both would change places with each move.
    const isPast = to > from ? event.clientY > middle(boxes[to]) : to >= 0 && event.clientY < middle(boxes[to]);
    if (to >= 0 && to !== from && isPast) {
      this.move(this.drag.key, to);
    }
  };

  private readonly endDrag = (): void => {
    this.drag = undefined;
  };

  private readonly cancelDrag = (): void => {
    if (this.drag) {
      this.change(this.drag.before, PATH);
      this.drag = undefined;
    }
  };

  /** The rows come back from above, through the form. */
  private async settled(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
  }
}

function isOptional(name: string): boolean {
  return name === 'placeholder' || name === 'initial';
}

function middle({ top, bottom }: DOMRect): number {
  return (top + bottom) / 2;
}
