import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PlainElement } from '../ui/plain-element';
import { DemoTokens } from './demo-tokens';
import type { Session } from './session';
import { signInLink } from './sign-in-link';
import { tokenIn } from './token-text';
import { words } from '../words/spoken';

/** Asks for a token whenever there is none. Whatever is below it, such as a form half filled in, stays as it is. */
export class SignInDialog extends PlainElement {
  @property({ attribute: false }) session!: Session;

  /** Address of tokens to try the service with, relative to the page; empty where there are none. */
  @property({ attribute: false }) demoAddress = '';

  /** The chat product's page for signing in; empty where there is none. */
  @property({ attribute: false }) signInAddress = '';

  @property({ attribute: false }) sessionState: Session['state'] = 'out';

  @state() private complaint = '';

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('sessionState')) {
      this.follow();
    }
  }

  protected override render(): unknown {
    const isOver = this.sessionState === 'over';
    return html`<dialog
      class="dialog sign-in"
      aria-labelledby="sign-in-title"
      aria-describedby="sign-in-text"
      @cancel=${(event: Event) => event.preventDefault()}
      @close=${this.follow}
    >
      <form @submit=${this.submit}>
        <h2 id="sign-in-title" class="dialog-title">${isOver ? words.session.again : words.common.signIn}</h2>
        <p id="sign-in-text" class="dialog-text">${this.text(isOver)}</p>
        ${
          this.signInAddress
            ? html`${this.link(isOver)}
                <details class="sign-in-paste">
                  <summary>${words.session.pasteInstead}</summary>
                  ${this.paste()}
                </details>`
            : this.paste()
        }
      </form>
    </dialog>`;
  }

  private text(isOver: boolean): string {
    const { signIn, paste, signInAgain, pasteAgain } = words.session;
    if (isOver) {
      return this.signInAddress ? signInAgain : pasteAgain;
    }
    return this.signInAddress ? signIn : paste;
  }

  /** In a new tab if something typed waits here: the tab then tells this one of the token. */
  private link(isOver: boolean): unknown {
    return html`<a
      class="button primary wide"
      data-sign-in
      href=${signInLink(this.signInAddress, location.href)}
      target=${isOver ? '_blank' : nothing}
      rel=${isOver ? 'noopener' : nothing}
      @pointerdown=${this.refreshLink}
      @focus=${this.refreshLink}
      >${words.session.withProduct}</a
    >`;
  }

  private paste(): unknown {
    return html`<label class="label" for="token">${words.session.token}</label>
      <textarea
        id="token"
        class="input code"
        rows="4"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        aria-invalid=${this.complaint ? 'true' : nothing}
        aria-describedby=${this.complaint ? 'token-error' : nothing}
        @keydown=${this.submitByEnter}
      ></textarea>
      ${this.complaint ? html`<p id="token-error" class="error" role="alert">${this.complaint}</p>` : nothing}
      <div class="dialog-buttons">
        ${this.demoAddress ? this.demo() : nothing}
        <button class="button ${this.signInAddress ? '' : 'primary'}" type="submit">${words.common.signIn}</button>
      </div>`;
  }

  private demo(): unknown {
    const offer = (role: 'manager' | 'agent') =>
      html`<button class="button" type="button" data-demo=${role} @click=${() => void this.signInAs(role)}>
        ${role === 'manager' ? words.session.demoManager : words.session.demoAgent}
      </button>`;
    return [offer('manager'), offer('agent')];
  }

  private async signInAs(role: 'manager' | 'agent'): Promise<void> {
    const token = await new DemoTokens(this.demoAddress).of(role);
    if (token) {
      this.accept(token);
    } else {
      this.complaint = words.session.noDemo;
    }
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const token = tokenIn(this.field?.value ?? '');
    if (token) {
      this.accept(token);
    } else {
      this.complaint = words.session.notAToken;
      this.field?.focus();
    }
  };

  private readonly submitByEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey) {
      this.submit(event);
    }
  };

  private accept(token: string): void {
    this.complaint = '';
    if (this.field) {
      this.field.value = '';
    }
    this.session.signIn(token);
  }

  /** Open while there is no token, also where the browser has closed it. */
  private readonly follow = (): void => {
    const dialog = this.querySelector('dialog');
    if (this.sessionState === 'in') {
      dialog?.close();
    } else if (dialog && !dialog.open) {
      dialog.showModal();
      (this.querySelector<HTMLElement>('[data-sign-in]') ?? this.field)?.focus();
    }
  };

  /** The page may have got another address since the dialog was drawn. */
  private readonly refreshLink = (): void => this.requestUpdate();

  private get field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }
}
