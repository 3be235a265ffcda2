import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CustomAction } from '../api/contract';
import { copyIcon, deleteIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import type { ConsoleServices } from './action-page';

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
        <span class="switch-track"></span>Active
      </button>
      <button
        class="icon-button"
        type="button"
        title="Duplicate"
        aria-label="Duplicate ${this.action.name}"
        data-duplicate
        @click=${() => this.console.go({ page: 'new', from: this.action.id })}
      >
        ${copyIcon()}
      </button>
      <button
        class="icon-button danger"
        type="button"
        title="Delete"
        aria-label="Delete ${this.action.name}"
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
