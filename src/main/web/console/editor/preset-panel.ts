import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Ask, isAnswered, type Preset } from '../presets/preset';
import { NO_ERRORS } from '../ui/field-errors';
import { textField } from '../ui/field-view';
import { PlainElement } from '../ui/plain-element';
import type { Draft } from './draft';
import { withPreset } from './preset-draft';
import { words } from '../words/spoken';

/** What a preset asks before it fills the form. */
export class PresetPanel extends PlainElement {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) preset!: Preset;
  @property({ attribute: false }) done: (draft: Draft) => void = () => {};

  @state() private answers: Readonly<Record<string, string>> = {};

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('preset')) {
      this.answers = {};
    }
  }

  protected override render(): unknown {
    const { title, documentation, asks } = this.preset;
    return html`<fieldset class="group" data-preset-panel>
      <legend>${title}</legend>
      ${asks.map((ask) => this.ask(ask))}
      <div class="panel-buttons">
        ${
          documentation
            ? html`<a class="link" href=${documentation} target="_blank" rel="noopener noreferrer"
                >${words.editor.documentation}</a
              >`
            : nothing
        }
        <button
          class="button primary"
          type="button"
          data-fill
          ?disabled=${!isAnswered(this.preset, this.answers)}
          @click=${() => this.done(withPreset(this.draft, this.preset, this.answers))}
        >
          ${words.editor.fillForm}
        </button>
      </div>
    </fieldset>`;
  }

  private ask({ name, label, hint, sample }: Ask): unknown {
    return textField(
      { path: `preset.${name}`, label, hint, errors: NO_ERRORS },
      {
        value: this.answers[name] ?? '',
        isReadOnly: false,
        isCode: true,
        placeholder: sample,
        change: (answer) => (this.answers = { ...this.answers, [name]: answer }),
      },
    );
  }
}
