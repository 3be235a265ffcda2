import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { PlainElement } from '../ui/plain-element';
import { type Command, found } from './commands';
import { counted } from '../words/fill';
import { words } from '../words/spoken';

/** Goes anywhere by typing some of its name (WAI-ARIA Authoring Practices, combobox). */
export class CommandPalette extends PlainElement {
  /** Asked for when it opens. */
  @property({ attribute: false }) commands: () => readonly Command[] = () => [];

  @state() private isOpen = false;
  @state() private typed = '';
  @state() private active = 0;

  private all: readonly Command[] = [];

  async open(): Promise<void> {
    this.all = this.commands();
    this.isOpen = true;
    this.typed = '';
    this.active = 0;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override updated(): void {
    this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): unknown {
    const shown = this.isOpen ? found(this.all, this.typed) : [];
    return html`<dialog
      class="dialog palette"
      aria-label=${words.palette.commands}
      @close=${this.closed}
      @click=${this.clickedBeside}
    >
      <input
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        autofocus
        aria-label=${words.palette.actionOrPage}
        placeholder=${words.common.goToAny}
        aria-autocomplete="list"
        aria-expanded=${shown.length > 0 ? 'true' : 'false'}
        aria-controls="palette-list"
        aria-activedescendant=${shown.length > 0 ? `palette-${this.active}` : nothing}
        .value=${this.typed}
        @input=${this.type}
        @keydown=${(event: KeyboardEvent) => this.keyDown(event, shown)}
      />
      <div id="palette-list" class="palette-list" role="listbox" aria-label=${words.palette.commands}>
        ${repeat(
          shown,
          ({ id }) => id,
          (command, place) => this.option(command, place),
        )}
      </div>
      <p class=${shown.length === 0 ? 'hint' : 'spoken'} role="status">
        ${this.isOpen ? (shown.length === 0 ? words.palette.noMatch : counted(words.palette.found, shown.length)) : nothing}
      </p>
    </dialog>`;
  }

  private option(command: Command, place: number): unknown {
    return html`<div
      id="palette-${place}"
      class="option"
      role="option"
      data-command=${command.id}
      aria-selected=${place === this.active ? 'true' : 'false'}
      @click=${() => this.run(command)}
    >
      <span class="option-name">${command.name}</span>
      <span class="option-detail">${command.kind}</span>
    </div>`;
  }

  private readonly type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.active = 0;
  };

  private keyDown(event: KeyboardEvent, shown: readonly Command[]): void {
    // Then the keys choose among the words of an input method.
    if (event.isComposing || shown.length === 0) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.active = (this.active + step + shown.length) % shown.length;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.run(shown[this.active]);
    }
  }

  private run(command: Command): void {
    this.querySelector('dialog')?.close();
    command.run();
  }

  private readonly closed = (): void => {
    this.isOpen = false;
  };

  /** The dialog itself is only hit where it has nothing, or beside it. */
  private readonly clickedBeside = (event: MouseEvent): void => {
    const dialog = event.currentTarget as HTMLDialogElement;
    const box = dialog.getBoundingClientRect();
    const isInside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (event.target === dialog && !isInside) {
      dialog.close();
    }
  };
}
