import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readCurl, type ReadCommand } from '../curl/command';
import { CurlFault } from '../curl/fault';
import { secretsIn } from '../curl/secret-values';
import { attributesOf, complaint } from '../ui/field-view';
import { PlainElement } from '../ui/plain-element';
import { offersOf, type OfferedSecret, withCurl } from './curl-draft';
import type { Draft } from './draft';
import { filled } from '../words/fill';
import { words } from '../words/spoken';

const ID = 'curl-command';

/** A command of curl that becomes a webhook. */
export class CurlPanel extends PlainElement {
  @property({ attribute: false }) draft!: Draft;
  /** Names of the organization's secrets. */
  @property({ attribute: false }) secrets: readonly string[] = [];
  @property({ attribute: false }) done: (draft: Draft) => void = () => {};

  @state() private text = '';
  @state() private read: ReadCommand | undefined;
  @state() private offers: readonly OfferedSecret[] = [];
  @state() private fault = '';

  /** Takes a command, and fills the form at once if there is nothing to ask or to tell. */
  async offer(command: string): Promise<void> {
    this.take(command);
    if (this.read && this.offers.length === 0 && this.read.remarks.length === 0) {
      this.fill();
      return;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>(this.read ? '[data-fill]' : 'textarea')?.focus();
  }

  protected override firstUpdated(): void {
    this.querySelector('textarea')?.focus();
  }

  protected override render(): unknown {
    const errors = new Map(this.fault ? [[ID, this.fault]] : []);
    const { invalid, describedBy } = attributesOf({ path: ID, errors }, ID);
    return html`<fieldset class="group" data-curl-panel>
      <legend>${words.common.fromCurl}</legend>
      <div class="field">
        <label class="label" for=${ID}>${words.editor.command}</label>
        <textarea
          id=${ID}
          class="input code"
          rows="5"
          spellcheck="false"
          autocomplete="off"
          placeholder="curl https://api.example.com/tickets -H 'Authorization: Bearer …' --json '{ … }'"
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          .value=${this.text}
          @input=${(event: Event) => this.take((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <div role="status">${complaint(errors, ID, ID)}</div>
      </div>
      ${this.offers.length > 0 ? this.offered() : nothing} ${this.remarks()}
      <div class="panel-buttons">
        <button class="button primary" type="button" data-fill ?disabled=${!this.read} @click=${() => this.fill()}>
          ${words.editor.fillForm}
        </button>
      </div>
    </fieldset>`;
  }

  private offered(): unknown {
    return html`<div class="offered" role="group" aria-label=${words.editor.secretsInCommand}>
      <p class="hint">${words.editor.looksSecret}</p>
      ${this.offers.map(
        (offer) =>
          html`<label class="check" data-offered=${offer.storedAs}>
            <input
              type="checkbox"
              .checked=${offer.isChosen}
              @change=${(event: Event) => this.choose(offer, (event.target as HTMLInputElement).checked)}
            /><span
              >${filled(words.editor.storedAs, {
                place: capital(offer.where),
                name: html`<code>{{secret.${offer.storedAs}}}</code>`,
              })}</span
            >
          </label>`,
      )}
    </div>`;
  }

  private remarks(): unknown {
    return (this.read?.remarks ?? []).map((remark) => html`<p class="hint" data-remark>${remark}</p>`);
  }

  private take(text: string): void {
    this.text = text;
    this.fault = '';
    this.read = undefined;
    this.offers = [];
    if (!text.trim()) {
      return;
    }
    try {
      this.read = readCurl(text);
      this.offers = offersOf(secretsIn(this.read.request), this.secrets);
    } catch (error) {
      if (!(error instanceof CurlFault)) {
        throw error;
      }
      this.fault = error.message;
    }
  }

  private choose(offer: OfferedSecret, isChosen: boolean): void {
    this.offers = this.offers.map((known) => (known === offer ? { ...known, isChosen } : known));
  }

  private fill(): void {
    if (this.read) {
      this.done(withCurl(this.draft, this.read.request, this.offers));
    }
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
