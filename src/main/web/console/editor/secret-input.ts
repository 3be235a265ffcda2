import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hideIcon, showIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import type { SecretOptions } from './secret-field';

/** A secret's field, and the button that shows it. */
export class SecretInput extends PlainElement {
  @property({ attribute: false }) options!: SecretOptions;

  @state() private isShown = false;

  protected override render(): unknown {
    const { id, invalid, describedBy, name, label, placeholder, value, isReadOnly, change } = this.options;
    const toggle = this.isShown ? `Hide ${name}` : `Show ${name}`;
    return html`<div class="secret">
      <input
        id=${id}
        class="input code"
        type=${this.isShown ? 'text' : 'password'}
        autocomplete="off"
        spellcheck="false"
        data-1p-ignore
        placeholder=${placeholder ?? nothing}
        aria-label=${label ?? nothing}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${value}
        ?readonly=${isReadOnly}
        @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
      />
      <button
        class="icon-button"
        type="button"
        title=${toggle}
        aria-label=${toggle}
        @click=${() => (this.isShown = !this.isShown)}
      >
        ${this.isShown ? hideIcon() : showIcon()}
      </button>
    </div>`;
  }
}
