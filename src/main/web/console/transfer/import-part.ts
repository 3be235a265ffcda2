import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ImportReport } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import type { ConsoleServices } from '../editor/action-page';
import { spinner, successIcon, uploadIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { DocumentFault, readDocument } from './document';
import { type Plan, planned } from './plan';
import { countOf, planFailure, planView, summaryOf } from './plan-view';
import { counted, fill } from '../words/fill';
import { words } from '../words/spoken';

/** Reads actions from a file, shows what would change, and does it in one go. */
export class ImportPart extends PlainElement {
  @property({ attribute: false }) console!: ConsoleServices;
  @property({ attribute: false }) imported: () => void = () => {};

  /** The name of the file. */
  @state() private file = '';
  @state() private fault = '';
  @state() private plan: Plan | undefined;
  @state() private done: ImportReport | undefined;
  @state() private isBusy = false;
  @state() private isOver = false;

  protected override render(): unknown {
    return html`<section class="group" aria-label=${words.common.import}>
      <h3 class="section-title">${words.common.import}</h3>
      ${this.done ? this.outcome(this.done) : this.plan && !this.plan.failure ? nothing : this.chooser()}
      <div role="status">
        ${this.isBusy ? html`<p class="hint">${spinner()} ${fill(words.transfer.looking, { file: this.file || words.transfer.it })}</p>` : nothing}
      </div>
      ${this.fault ? planFailure(this.fault) : nothing} ${this.plan ? this.preview(this.plan) : nothing}
    </section>`;
  }

  private chooser(): unknown {
    return html`<p class="hint">${words.transfer.importLead}</p>
      <label
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${this.dragOver}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.dropped}
      >
        ${uploadIcon()}
        <span><span class="drop-action">${words.transfer.chooseFile}</span> ${words.transfer.orDrop}</span>
        <input class="drop-file" type="file" accept=".json,application/json" data-import-file @change=${this.chosen} />
      </label>`;
  }

  private preview(plan: Plan): unknown {
    if (plan.failure) {
      return planFailure(plan.failure);
    }
    const changes = countOf(plan, 'created') + countOf(plan, 'updated');
    const refused = countOf(plan, 'refused');
    return html`<div class="plan-head">
        <p role="status" data-plan><strong>${this.file}</strong>: ${summaryOf(plan)}</p>
        <button class="button" type="button" data-import-cancel @click=${this.reset}>${words.common.cancel}</button>
        <button
          class="button primary"
          type="button"
          data-import
          ?disabled=${this.isBusy || changes === 0}
          @click=${() => this.import(plan)}
        >
          ${counted(words.transfer.importCount, changes)}
        </button>
      </div>
      ${refused > 0 ? html`<p class="hint">${words.transfer.refusedLeftOut}</p>` : nothing} ${planView(plan)}`;
  }

  private outcome({ created, updated, warnings = [] }: ImportReport): unknown {
    return html`<p class="outcome good" data-imported>
        ${successIcon()}<span
          >${fill(words.transfer.imported, { created: created.length, changed: updated.length })}</span
        >
      </p>
      ${warnings.map(({ message }) => html`<p class="remark">${message}</p>`)}
      <button class="button" type="button" @click=${this.reset}>${words.transfer.another}</button>`;
  }

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.read(input.files?.[0]);
    // So that the same file can be chosen once more, after it was changed.
    input.value = '';
  };

  private readonly dragOver = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    void this.read(event.dataTransfer?.files[0]);
  };

  private async read(file: File | undefined): Promise<void> {
    if (!file || this.isBusy) {
      return;
    }
    this.reset();
    this.file = file.name;
    this.isBusy = true;
    try {
      const document = readDocument(await file.text());
      const { api } = this.console;
      const stored = (await api.export()).custom_actions;
      this.plan = await planned(document, stored, (part) => api.import(part, true));
    } catch (error) {
      this.fault = error instanceof DocumentFault ? error.message : sentenceOf(asServiceError(error));
    } finally {
      this.isBusy = false;
    }
  }

  private async import({ document }: Plan): Promise<void> {
    if (!document || this.isBusy) {
      return;
    }
    this.isBusy = true;
    this.fault = '';
    try {
      this.done = await this.console.api.import(document, false);
      this.plan = undefined;
      this.imported();
    } catch (error) {
      this.fault = sentenceOf(asServiceError(error));
    } finally {
      this.isBusy = false;
    }
  }

  private readonly reset = (): void => {
    this.file = '';
    this.fault = '';
    this.plan = undefined;
    this.done = undefined;
  };
}
