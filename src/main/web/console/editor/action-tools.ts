import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CustomAction } from '../api/contract';
import { copyIcon, deleteIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import type { ConsoleServices } from './action-page';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** What is done to an action as a whole: switched on and off, deleted. */
export class ActionTools extends PlainElement {
  @property({ attribute: false }) console!: ConsoleServices;
  @property({ attribute: false }) action!: CustomAction;

  @state() private isSwitching = false;

  protected override render(): unknown {
    return html`<button
        class="switch"
        type="button"
        role="switch"
        aria-checked=${this.action.is_active ? 'true' : 'false'}
        aria-busy=${this.isSwitching ? 'true' : 'false'}
        @click=${this.toggle}
      >
        <span class="switch-track"></span>${words.common.active}
      </button>
      <button
        class="icon-button"
        type="button"
        title=${words.editor.duplicate}
        aria-label=${fill(words.editor.duplicateOne, { name: this.action.name })}
        data-duplicate
        @click=${() => this.console.go({ page: 'new', from: this.action.id })}
      >
        ${copyIcon()}
      </button>
      <button
        class="icon-button danger"
        type="button"
        title=${words.common.delete}
        aria-label=${fill(words.common.deleteOne, { name: this.action.name })}
        data-delete
        @click=${() => this.console.delete(this.action)}
      >
        ${deleteIcon()}
      </button>`;
  }

  private readonly toggle = async (): Promise<void> => {
    if (this.isSwitching) {
      return;
    }
    this.isSwitching = true;
    await this.console.toggle(this.action);
    this.isSwitching = false;
  };
}
