import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { PlainElement } from './plain-element';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that goes on. */
  readonly go: string;
  /** What the button says that does not. */
  readonly stay: string;
}

/** Asks before something is lost. The focus begins at the answer that loses nothing, and returns to where it was. */
export class ConfirmDialog extends PlainElement {
  @state() private question: Question | undefined;

  private answer: ((goes: boolean) => void) | undefined;

  async ask(question: Question): Promise<boolean> {
    this.settle(false);
    this.question = question;
    await this.updateComplete;
    this.dialog?.showModal();
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  protected override render(): unknown {
    return html`<dialog
      class="dialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      @close=${() => this.settle(this.dialog?.returnValue === 'go')}
    >
      <h2 id="confirm-title" class="dialog-title">${this.question?.title}</h2>
      <p id="confirm-text" class="dialog-text">${this.question?.text}</p>
      <div class="dialog-buttons">
        <button class="button" type="button" autofocus data-stay @click=${() => this.dialog?.close('stay')}>
          ${this.question?.stay}
        </button>
        <button class="button danger" type="button" data-go @click=${() => this.dialog?.close('go')}>
          ${this.question?.go}
        </button>
      </div>
    </dialog>`;
  }

  private settle(goes: boolean): void {
    if (this.dialog) {
      // Escape leaves the answer of the time before.
      this.dialog.returnValue = '';
    }
    this.answer?.(goes);
    this.answer = undefined;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }
}
