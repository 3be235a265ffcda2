import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { moveInColumn } from '../../embed/roving-focus';
import { variableIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import type { VariableGroup } from '../template/names';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** A button with a menu of variables, for the field beside it. */
export class VariableMenu extends PlainElement {
  /** The field's name, for who cannot see it. */
  @property() label = '';
  @property({ attribute: false }) groups: readonly VariableGroup[] = [];
  @property({ attribute: false }) insert: (path: string) => void = () => {};

  @state() private isOpen = false;

  protected override render(): unknown {
    return html`<div class="menu-anchor" @focusout=${this.left} @keydown=${this.keyDown}>
      <button
        class="button quiet small"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-label=${fill(words.editor.insertInto, { field: this.label })}
        @click=${this.toggle}
      >
        ${variableIcon()}<span>${words.editor.variable}</span>
      </button>
      ${this.isOpen ? this.menu() : nothing}
    </div>`;
  }

  private menu(): unknown {
    // A press leaves the focus where it is, since the menu closes without it.
    return html`<div
      class="menu"
      role="menu"
      aria-label=${words.editor.variables}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${this.groups.map(
        (group, place) =>
          html`<div role="group" aria-label=${group.name}>
            <div class="menu-group" aria-hidden="true">${group.name}</div>
            ${group.variables.map(
              ({ path, meaning }, index) =>
                html`<button
                  class="menu-item"
                  type="button"
                  role="menuitem"
                  tabindex=${place + index === 0 ? 0 : -1}
                  data-variable=${path}
                  @click=${() => this.choose(path)}
                >
                  <code>${path}</code><span class="menu-meaning">${meaning}</span>
                </button>`,
            )}
          </div>`,
      )}
    </div>`;
  }

  private readonly toggle = async (): Promise<void> => {
    this.isOpen = !this.isOpen;
    await this.updateComplete;
    this.items[0]?.focus();
  };

  private choose(path: string): void {
    this.isOpen = false;
    this.insert(path);
  }

  private readonly keyDown = (event: KeyboardEvent): void => {
    if (!this.isOpen) {
      return;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.isOpen = false;
      this.querySelector('button')?.focus();
    } else {
      moveInColumn(event, this.items);
    }
  };

  private readonly left = (event: FocusEvent): void => {
    if (!this.contains(event.relatedTarget as Node | null)) {
      this.isOpen = false;
    }
  };

  private get items(): HTMLElement[] {
    return Array.from(this.querySelectorAll<HTMLElement>('[role=menuitem]'));
  }
}
