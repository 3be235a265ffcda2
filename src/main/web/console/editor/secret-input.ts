import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hideIcon, showIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import type { SecretOptions } from './secret-field';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** A secret's field, and the button that shows it. */
export class SecretInput extends PlainElement {
  @property({ attribute: false }) options!: SecretOptions;

  @state() private isShown = false;

  protected override render(): unknown {
    const { name } = this.options;
    const toggle = this.isShown ? fill(words.editor.hide, { name }) : fill(words.editor.show, { name });
    const options = { ...this.options, type: this.isShown ? 'text' : 'password' };
    return html`<div class="secret">
      <console-template-input .options=${options}></console-template-input>
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
