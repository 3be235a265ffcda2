import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { CustomAction } from '../api/contract';
import type { ConsoleServices } from '../editor/action-page';
import { backIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { words } from '../words/spoken';

/** Takes actions from one installation to another, by a file. */
export class TransferPage extends PlainElement {
  @property({ attribute: false }) console!: ConsoleServices;
  @property({ attribute: false }) actions: readonly CustomAction[] = [];
  /** Called once actions were imported. */
  @property({ attribute: false }) imported: () => void = () => {};

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.page-title')?.focus({ preventScroll: true });
  }

  protected override render(): unknown {
    return html`<header class="page-head">
        <button
          class="icon-button back"
          type="button"
          aria-label=${words.common.back}
          @click=${() => this.console.leave()}
        >
          ${backIcon()}
        </button>
        <div class="page-heading">
          <h2 class="page-title" tabindex="-1">${words.common.exportImport}</h2>
          <p class="page-type">${words.transfer.lead}</p>
        </div>
      </header>
      <div class="page-body transfer">
        <console-import .console=${this.console} .imported=${this.imported}></console-import>
        <console-export .console=${this.console} .actions=${this.actions}></console-export>
      </div>`;
  }
}
