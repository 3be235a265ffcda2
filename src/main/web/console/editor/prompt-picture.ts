import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Action } from '../../embed/contract';
import { promptForm } from '../../embed/prompt-view';
import { styles } from '../../embed/styles';
import { wordsIn } from '../../embed/words/translations';
import { language } from '../words/spoken';

const NOTHING = { submit: (event: Event) => event.preventDefault(), close: () => {} };

/** A picture of the dialog that an agent gets. It can be looked at and does nothing. */
export class PromptPicture extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) action!: Action;

  protected override render(): unknown {
    return html`<div class="whole">
      <div class="prompt picture" inert aria-hidden="true">
        ${promptForm({ action: this.action, draft: undefined, complaints: {} }, wordsIn(language.code), NOTHING)}
      </div>
    </div>`;
  }
}
