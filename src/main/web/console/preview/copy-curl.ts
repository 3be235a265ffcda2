import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { copy } from '../../embed/clipboard';
import { type ShownRequest, writeCurl } from '../curl/write';
import { PlainElement } from '../ui/plain-element';
import { words } from '../words/spoken';

/** Milliseconds that it says what came of it. */
const PAUSE = 2_000;

/** Puts the command that sends a request on the clipboard, without what is secret. */
export class CopyCurl extends PlainElement {
  @property({ attribute: false }) request!: ShownRequest;

  @state() private outcome = '';

  private timer: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  protected override render(): unknown {
    return html`<button class="button small" type="button" data-copy-curl @click=${this.copy}>
        ${words.preview.copyAsCurl}
      </button>
      <span class="hint" role="status">${this.outcome}</span>`;
  }

  private readonly copy = async (): Promise<void> => {
    const isDone = await copy(writeCurl(this.request), this);
    this.outcome = isDone ? words.preview.copied : words.preview.mayNotCopy;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.outcome = ''), PAUSE);
  };
}
