import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PRESETS } from '../presets/presets';
import { PlainElement } from '../ui/plain-element';
import type { CurlPanel } from './curl-panel';
import type { Draft } from './draft';
import { words } from '../words/spoken';

const CURL = 'curl';

/** What a webhook can begin with: a preset of an API, or a command that somebody has. */
export class StartingPoints extends PlainElement {
  @property({ attribute: false }) draft!: Draft;
  /** Names of the organization's secrets. */
  @property({ attribute: false }) secrets: readonly string[] = [];
  /** Only a new webhook can begin with a preset. */
  @property({ attribute: false }) isNew = false;
  /** What is open at first: the name of a preset, or `curl`. */
  @property({ attribute: false }) start = '';
  @property({ attribute: false }) change: (draft: Draft, path: string) => void = () => {};

  /** Empty, the place of a preset, or the command. */
  @state() private open = '';

  /** Takes a command that was pasted elsewhere. */
  async offer(command: string): Promise<void> {
    this.open = CURL;
    await this.updateComplete;
    await this.querySelector<CurlPanel>('console-curl-panel')?.offer(command);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('start') && this.start && this.isNew) {
      const preset = PRESETS.findIndex(({ slug }) => slug === this.start);
      this.open = preset >= 0 ? String(preset) : this.start === CURL ? CURL : '';
    }
  }

  protected override render(): unknown {
    return html`<div class="starting-points" data-starting-points>
      <div class="starting-bar">
        ${this.isNew ? this.presets() : nothing}
        <button
          class="button"
          type="button"
          data-curl
          aria-expanded=${this.open === CURL ? 'true' : 'false'}
          @click=${() => (this.open = this.open === CURL ? '' : CURL)}
        >
          ${words.common.fromCurl}
        </button>
      </div>
      ${this.panel()}
    </div>`;
  }

  private presets(): unknown {
    return html`<label class="starting-choice">
      <span class="label">${words.editor.startFrom}</span>
      <select
        class="input select"
        data-preset
        @change=${(event: Event) => (this.open = (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${this.open === '' || this.open === CURL}>${words.editor.chooseApi}</option>
        ${PRESETS.map(({ title }, place) => {
          const value = String(place);
          return html`<option value=${value} ?selected=${this.open === value}>${title}</option>`;
        })}
      </select>
    </label>`;
  }

  private panel(): unknown {
    const { draft, secrets, open } = this;
    if (open === CURL) {
      return html`<console-curl-panel .draft=${draft} .secrets=${secrets} .done=${this.fill}></console-curl-panel>`;
    }
    const preset = this.isNew && open !== '' ? PRESETS[Number(open)] : undefined;
    return preset
      ? html`<console-preset-panel .draft=${draft} .preset=${preset} .done=${this.fill}></console-preset-panel>`
      : nothing;
  }

  private readonly fill = (draft: Draft): void => {
    this.open = '';
    this.change(draft, 'config');
  };
}
