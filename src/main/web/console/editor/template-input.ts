import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ControlAttributes } from '../ui/field-view';
import { PlainElement } from '../ui/plain-element';
import { type Completion, type Completions, completionsAt } from '../template/completion';
import type { Names } from '../template/names';
import { words } from '../words/spoken';

export interface TemplateOptions extends ControlAttributes {
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly change: (value: string) => void;
  /** What is offered as one types; nothing without it. */
  readonly names?: Names;
  readonly type?: 'text' | 'password';
  /** For who cannot see the label. */
  readonly label?: string;
  readonly placeholder?: string;
  /** Looks at what is pasted; true if it has taken care of it. */
  readonly paste?: (text: string) => boolean;
}

/** A template of one line, which offers variables and filters as one types (WAI-ARIA Authoring Practices, combobox). */
export class TemplateInput extends PlainElement {
  @property({ attribute: false }) options!: TemplateOptions;

  @state() private found: Completions | undefined;
  @state() private active = 0;

  protected override render(): unknown {
    const { id, invalid, describedBy, value, isReadOnly, type, label, placeholder, names } = this.options;
    const isOpen = this.found !== undefined;
    const combobox = names && !isReadOnly;
    return html`<div class="template-input" @focusout=${this.close}>
      <input
        id=${id}
        class="input code"
        type=${type ?? 'text'}
        role=${combobox ? 'combobox' : nothing}
        autocomplete="off"
        spellcheck="false"
        data-1p-ignore
        placeholder=${placeholder ?? nothing}
        aria-label=${label ?? nothing}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        aria-autocomplete=${combobox ? 'list' : nothing}
        aria-expanded=${combobox ? String(isOpen) : nothing}
        aria-controls=${isOpen ? `${id}-offers` : nothing}
        aria-activedescendant=${isOpen ? `${id}-offer-${this.active}` : nothing}
        .value=${value}
        ?readonly=${isReadOnly}
        @input=${this.typed}
        @click=${this.close}
        @keydown=${this.keyDown}
        @paste=${this.pasted}
      />
      ${this.found ? this.offers(this.found, id) : nothing}
    </div>`;
  }

  private offers({ options }: Completions, id: string): unknown {
    return html`<div
      id="${id}-offers"
      class="options offers"
      role="listbox"
      aria-label=${words.editor.variablesAndFilters}
    >
      ${options.map(
        (option, index) =>
          html`<div
            id="${id}-offer-${index}"
            class="option"
            role="option"
            data-offer=${option.label}
            aria-selected=${index === this.active ? 'true' : 'false'}
            @mousedown=${(event: Event) => event.preventDefault()}
            @click=${() => this.take(option)}
          >
            <code>${option.label}</code><span class="option-detail">${option.meaning}</span>
          </div>`,
      )}
    </div>`;
  }

  private readonly typed = (): void => {
    const { input } = this;
    this.options.change(input.value);
    this.look();
  };

  private look(): void {
    const { selectionStart: caret, selectionEnd: end, value } = this.input;
    const { names, isReadOnly } = this.options;
    this.active = 0;
    this.found =
      names && !isReadOnly && caret !== null && caret === end ? completionsAt(value, caret, names) : undefined;
  }

  private readonly keyDown = (event: KeyboardEvent): void => {
    // Then the keys choose among the words of an input method.
    if (event.isComposing) {
      return;
    }
    if (event.ctrlKey && event.key === ' ') {
      event.preventDefault();
      this.look();
      return;
    }
    if (!this.found) {
      return;
    }
    const { options } = this.found;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.active = (this.active + step + options.length) % options.length;
      void this.updateComplete.then(() =>
        this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.take(options[this.active]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      this.close();
    }
  };

  private take(option: Completion): void {
    const { input, found } = this;
    if (!found || !option) {
      return;
    }
    const caret = input.selectionStart ?? input.value.length;
    input.setRangeText(option.text + option.closing, found.from, caret, 'end');
    const behind = found.from + option.text.length;
    input.setSelectionRange(behind, behind);
    this.close();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  private readonly pasted = (event: ClipboardEvent): void => {
    if (this.options.paste?.(event.clipboardData?.getData('text') ?? '')) {
      event.preventDefault();
    }
  };

  private readonly close = (): void => {
    this.found = undefined;
  };

  private get input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }
}
