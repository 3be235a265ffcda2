import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ActionsApi } from '../api/actions-api';
import { asServiceError, sentenceOf } from '../api/failure';
import { type HistoryFilters, NO_FILTERS } from '../api/history-filters';
import { exportIcon, spinner } from '../ui/icons';
import { download, nameOfToday } from '../ui/download';
import { PlainElement } from '../ui/plain-element';
import { collect, MOST_ROWS } from './collecting';
import { csvOf } from './csv';
import { counted, fill } from '../words/fill';
import { words } from '../words/spoken';

const PAGE = 100;

/** Saves what the filters find as a file. */
export class HistoryExport extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) filters: HistoryFilters = NO_FILTERS;

  @state() private told = '';
  @state() private call: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.call?.abort();
  }

  protected override render(): unknown {
    return html`<span class="hint" role="status">${this.told}</span> ${
        this.call
          ? html`${spinner()}<button class="button small" type="button" data-cancel @click=${this.cancel}>
                ${words.common.cancel}
              </button>`
          : html`<button
              class="button small"
              type="button"
              data-export
              title=${fill(words.history.exportMeans, { count: MOST_ROWS })}
              @click=${this.export}
            >
              ${exportIcon()}${words.history.exportCsv}
            </button>`
      }`;
  }

  private readonly cancel = (): void => {
    this.call?.abort();
    this.call = undefined;
    this.told = words.history.nothingSaved;
  };

  private readonly export = async (): Promise<void> => {
    const call = new AbortController();
    this.call = call;
    this.told = fill(words.history.reading, { most: MOST_ROWS });
    try {
      const { executions, isCut } = await collect(
        (before) => this.api.history(this.filters, before, PAGE, call.signal),
        (count) => (this.told = fill(words.history.read, { count, most: MOST_ROWS })),
      );
      if (!call.signal.aborted) {
        download(csvOf(executions), 'text/csv;charset=utf-8', nameOfToday('history', 'csv'));
        const count = executions.length;
        this.told = isCut ? fill(words.history.savedNewest, { count }) : counted(words.history.savedCount, count);
      }
    } catch (error) {
      if (!call.signal.aborted) {
        this.told = `${sentenceOf(asServiceError(error))} ${words.history.nothingSaved}`;
      }
    } finally {
      if (this.call === call) {
        this.call = undefined;
      }
    }
  };
}
