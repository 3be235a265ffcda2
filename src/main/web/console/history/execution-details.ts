import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { Execution } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import { PlainElement } from '../ui/plain-element';
import { exchangeView } from './exchange-view';

/** What else is known of an execution, read when somebody asks for it. */
export class ExecutionDetails extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) executionId = '';

  @state() private isOpen = false;
  @state() private execution: Execution | undefined;
  @state() private error: ServiceError | undefined;

  /** An element of a list shows another one once the list has changed. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('executionId')) {
      this.isOpen = false;
      this.execution = undefined;
    }
  }

  protected override render(): unknown {
    return html`<button
        class="button quiet small"
        type="button"
        data-details
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        @click=${() => void this.toggle()}
      >
        Details
      </button>
      <div role="status">${this.isOpen ? this.content() : nothing}</div>`;
  }

  private content(): unknown {
    if (this.error) {
      return html`<p class="hint">${sentenceOf(this.error)}</p>`;
    }
    if (!this.execution) {
      return html`<p class="hint">Loading</p>`;
    }
    const { outcome, exchange } = this.execution;
    return html`${outcome ? html`<p class="hint">Outcome <code>${outcome}</code></p>` : nothing}
    ${exchange ? exchangeView(exchange) : html`<p class="hint">What was sent and answered is not kept.</p>`}`;
  }

  private async toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    if (!this.isOpen || this.execution) {
      return;
    }
    this.error = undefined;
    const id = this.executionId;
    try {
      const execution = await this.api.execution(id);
      this.execution = id === this.executionId ? execution : this.execution;
    } catch (error) {
      this.error = asServiceError(error);
    }
  }
}
