import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomAction } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import type { ConsoleServices } from '../editor/action-page';
import { downloadIcon, spinner } from '../ui/icons';
import { download, nameOfToday } from '../ui/download';
import { PlainElement } from '../ui/plain-element';
import { chosenOf } from './document';
import { counted } from '../words/fill';
import { words } from '../words/spoken';

/** Writes actions to a file: all of them, or those that are chosen. */
export class ExportPart extends PlainElement {
  @property({ attribute: false }) console!: ConsoleServices;
  @property({ attribute: false }) actions: readonly CustomAction[] = [];

  /** Ids; undefined for all, also those that come. */
  @state() private chosen: ReadonlySet<string> | undefined;
  @state() private isBusy = false;

  protected override render(): unknown {
    const count = this.chosen?.size ?? this.actions.length;
    return html`<section class="group" aria-label=${words.transfer.export}>
      <h3 class="section-title">${words.transfer.export}</h3>
      <p class="hint">${words.transfer.exportLead}</p>
      <label class="check">
        <input
          type="checkbox"
          data-export-all
          .checked=${!this.chosen}
          .indeterminate=${count > 0 && this.chosen !== undefined}
          @change=${(event: Event) => this.chooseAll((event.target as HTMLInputElement).checked)}
        /><span>${words.common.allActions}</span>
      </label>
      <ul class="choices" role="list" aria-label=${words.transfer.toExport}>
        ${repeat(
          this.actions,
          ({ id }) => id,
          (action) => this.choice(action),
        )}
      </ul>
      <button class="button" type="button" data-export ?disabled=${this.isBusy || count === 0} @click=${this.export}>
        ${this.isBusy ? spinner() : downloadIcon()}${counted(words.transfer.exportCount, count)}
      </button>
      ${this.actions.length === 0 ? html`<p class="hint">${words.transfer.empty}</p>` : nothing}
    </section>`;
  }

  private choice({ id, name }: CustomAction): unknown {
    return html`<li>
      <label class="check">
        <input
          type="checkbox"
          data-export-choice=${id}
          .checked=${this.chosen?.has(id) ?? true}
          @change=${(event: Event) => this.choose(id, (event.target as HTMLInputElement).checked)}
        /><span>${name}</span>
      </label>
    </li>`;
  }

  private chooseAll(isOn: boolean): void {
    this.chosen = isOn ? undefined : new Set();
  }

  private choose(id: string, isOn: boolean): void {
    const chosen = new Set(this.chosen ?? this.actions.map((action) => action.id));
    if (isOn) {
      chosen.add(id);
    } else {
      chosen.delete(id);
    }
    this.chosen = chosen.size === this.actions.length ? undefined : chosen;
  }

  private readonly export = async (): Promise<void> => {
    this.isBusy = true;
    try {
      const all = await this.console.api.export();
      const names = new Set(this.actions.filter(({ id }) => this.chosen?.has(id)).map(({ name }) => name));
      const document = this.chosen ? chosenOf(all, names) : all;
      download(`${JSON.stringify(document, null, 2)}\n`, 'application/json', nameOfToday('custom-actions', 'json'));
    } catch (error) {
      this.console.notify('error', sentenceOf(asServiceError(error)));
    } finally {
      this.isBusy = false;
    }
  };
}
