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

const PAGE = 100;
const NUMBER = new Intl.NumberFormat();

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
                Cancel
              </button>`
          : html`<button
              class="button small"
              type="button"
              data-export
              title="What the filters find, the newest ${NUMBER.format(MOST_ROWS)} at most"
              @click=${this.export}
            >
              ${exportIcon()}Export CSV
            </button>`
      }`;
  }

  private readonly cancel = (): void => {
    this.call?.abort();
    this.call = undefined;
    this.told = 'Nothing was saved';
  };

  private readonly export = async (): Promise<void> => {
    const call = new AbortController();
    this.call = call;
    this.told = `Reading, ${NUMBER.format(MOST_ROWS)} at most`;
    try {
      const { executions, isCut } = await collect(
        (before) => this.api.history(this.filters, before, PAGE, call.signal),
        (count) => (this.told = `${NUMBER.format(count)} read, ${NUMBER.format(MOST_ROWS)} at most`),
      );
      if (!call.signal.aborted) {
        download(csvOf(executions), 'text/csv;charset=utf-8', nameOfToday('history', 'csv'));
        const count = NUMBER.format(executions.length);
        this.told = isCut
          ? `The newest ${count} were saved; there are older ones. Set “To” for those`
          : `${count} saved`;
      }
    } catch (error) {
      if (!call.signal.aborted) {
        this.told = `${sentenceOf(asServiceError(error))} Nothing was saved`;
      }
    } finally {
      if (this.call === call) {
        this.call = undefined;
      }
    }
  };
}
