import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { CustomAction } from '../api/contract';
import type { ConsoleServices } from '../editor/action-page';
import { pageHead } from '../ui/page-head';
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
    return html`${pageHead(words.common.exportImport, words.transfer.lead, () => this.console.leave())}
      <div class="page-body transfer">
        <console-import .console=${this.console} .imported=${this.imported}></console-import>
        <console-export .console=${this.console} .actions=${this.actions}></console-export>
      </div>`;
  }
}
