import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActionsApi } from '../api/actions-api';
import type { CustomAction } from '../api/contract';
import { type HistoryFilters, NO_FILTERS } from '../api/history-filters';
import type { Question } from '../ui/confirm-dialog';
import { pageHead } from '../ui/page-head';
import { PlainElement } from '../ui/plain-element';
import { words } from '../words/spoken';

/** The history of all actions. */
export class HistoryPage extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) actions: readonly CustomAction[] = [];
  @property({ attribute: false }) filters: HistoryFilters = NO_FILTERS;
  @property({ attribute: false }) change: (filters: HistoryFilters) => void = () => {};
  @property({ attribute: false }) ask: (question: Question) => Promise<boolean> = () => Promise.resolve(false);
  @property({ attribute: false }) leave: () => void = () => {};

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.page-title')?.focus();
  }

  protected override render(): unknown {
    return html`${pageHead(words.common.history, words.history.lead, this.leave)}
      <div class="page-body">
        <console-execution-history
          .api=${this.api}
          .actions=${this.actions}
          .filters=${this.filters}
          .change=${this.change}
          .ask=${this.ask}
        ></console-execution-history>
      </div>`;
  }
}
