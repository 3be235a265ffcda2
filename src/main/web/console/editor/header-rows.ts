import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { menuOf, type Names } from '../template/names';
import { type FieldErrors, type FieldWarnings, NO_ERRORS, NO_WARNINGS } from '../ui/field-errors';
import { attributesOf, complaint, remarks } from '../ui/field-view';
import { addIcon, deleteIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { headerRow, type HeaderRow } from './header-row';
import { insertInto, tag } from './insertion';
import { secretField } from './secret-field';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const PATH = 'config.headers';

/** The headers of a webhook, a row each. Their values are secrets. */
export class HeaderRows extends PlainElement {
  @property({ attribute: false }) rows: readonly HeaderRow[] = [];
  @property({ attribute: false }) errors: FieldErrors = NO_ERRORS;
  @property({ attribute: false }) warnings: FieldWarnings = NO_WARNINGS;
  /** What values can name. */
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) isReadOnly = false;
  @property({ attribute: false }) change: (rows: readonly HeaderRow[], path: string) => void = () => {};

  protected override render(): unknown {
    return html`<fieldset class="group" data-field=${PATH}>
      <legend>${words.common.headers}</legend>
      ${this.rows.length === 0 ? html`<p class="hint">${words.editor.noHeaders}</p>` : nothing}
      ${repeat(
        this.rows,
        (row) => row.key,
        (row, index) => this.row(row, index + 1),
      )}
      ${complaint(this.errors, PATH, 'field-headers')}
      ${
        this.isReadOnly
          ? nothing
          : html`<button class="button small" type="button" data-add-header @click=${this.add}>
              ${addIcon()}${words.editor.addHeader}
            </button>`
      }
    </fieldset>`;
  }

  private row(row: HeaderRow, place: number): unknown {
    const path = `${PATH}.${row.name.trim()}`;
    const id = `header-${row.key}`;
    const attributes = attributesOf({ path, errors: this.errors, warnings: this.warnings.get(path) }, id);
    return html`<div
      class="header-row"
      role="group"
      aria-label=${fill(words.fields.header, { name: place })}
      data-field=${path}
    >
      <input
        class="input code header-name"
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${words.common.name}
        aria-label=${words.editor.headerName}
        aria-invalid=${attributes.invalid}
        aria-describedby=${attributes.describedBy}
        .value=${row.name}
        ?readonly=${this.isReadOnly}
        @input=${(event: Event) => this.rename(row, (event.target as HTMLInputElement).value)}
      />
      ${secretField({
        ...attributes,
        name: fill(words.editor.valueOfHeader, { name: row.name || words.editor.theHeader }),
        label: words.editor.headerValue,
        placeholder: words.common.value,
        value: row.value,
        names: this.names,
        isReadOnly: this.isReadOnly,
        change: (value) => this.set(row, { value }, path),
      })}
      ${this.isReadOnly ? nothing : this.tools(row, id, path)} ${complaint(this.errors, path, id)}
      ${remarks(this.warnings.get(path), id)}
    </div>`;
  }

  private tools(row: HeaderRow, id: string, path: string): unknown {
    const name = row.name || words.editor.theHeader;
    const insert = (variable: string) => insertInto(this.querySelector<HTMLInputElement>(`#${id}`), tag(variable));
    return html`<div class="header-tools">
      <console-variable-menu
        class="compact"
        .label=${fill(words.editor.valueOfHeader, { name })}
        .groups=${menuOf(this.names)}
        .insert=${insert}
      ></console-variable-menu>
      <button
        class="icon-button"
        type="button"
        title=${fill(words.editor.remove, { name })}
        aria-label=${fill(words.editor.remove, { name })}
        @click=${() => this.drop(row, path)}
      >
        ${deleteIcon()}
      </button>
    </div>`;
  }

  private readonly add = async (): Promise<void> => {
    this.change([...this.rows, headerRow('', '')], `${PATH}.`);
    await this.settled();
    Array.from(this.querySelectorAll<HTMLElement>('.header-name')).at(-1)?.focus();
  };

  private async drop(row: HeaderRow, path: string): Promise<void> {
    this.change(
      this.rows.filter(({ key }) => key !== row.key),
      path,
    );
    await this.settled();
    this.querySelector<HTMLElement>('[data-add-header]')?.focus();
  }

  /** What is wrong with it is told of its name as it is now. */
  private rename(row: HeaderRow, name: string): void {
    this.set(row, { name }, `${PATH}.${name.trim()}`);
  }

  private set(row: HeaderRow, change: Partial<HeaderRow>, path: string): void {
    this.change(
      this.rows.map((known) => (known.key === row.key ? { ...known, ...change } : known)),
      path,
    );
  }

  /** The rows come back from above, through the form. */
  private async settled(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
  }
}
