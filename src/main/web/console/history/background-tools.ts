import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Execution } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import { PlainElement } from '../ui/plain-element';
import { isPending, isRetriable } from './background';
import type { HistoryPlace } from './history-place';
import { words } from '../words/spoken';

const GIVE_UP = {
  title: words.history.cancelTitle,
  text: words.history.cancelText,
  go: words.history.cancelRun,
  stay: words.history.keepRun,
};

/** What can be done about an execution in the background. */
export class BackgroundTools extends PlainElement {
  @property({ attribute: false }) place!: HistoryPlace;
  @property({ attribute: false }) entry!: Execution;
  /** Takes the execution as it is after that. */
  @property({ attribute: false }) changed: (entry: Execution) => void = () => {};

  @state() private isBusy = false;
  @state() private complaint = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entry') && changed.get('entry')?.id !== this.entry.id) {
      this.complaint = '';
    }
  }

  protected override render(): unknown {
    return html`${isRetriable(this.entry) ? this.button('retry', words.history.retry, this.retry) : nothing}
      ${isPending(this.entry) ? this.button('cancel', words.common.cancel, this.cancel) : nothing}
      <span class="hint" role="status">${this.complaint}</span>`;
  }

  private button(name: string, text: string, act: () => Promise<void>): unknown {
    return html`<button
      class="button small"
      type="button"
      data-run-tool=${name}
      ?disabled=${this.isBusy}
      @click=${() => void act()}
    >
      ${text}
    </button>`;
  }

  private readonly retry = (): Promise<void> => this.carryOut((id) => this.place.api.retry(id));

  private readonly cancel = async (): Promise<void> => {
    if (await this.place.ask(GIVE_UP)) {
      await this.carryOut((id) => this.place.api.cancel(id));
    }
  };

  /** It may have ended otherwise meanwhile, so it is read again in any case. */
  private async carryOut(act: (id: string) => Promise<unknown>): Promise<void> {
    const { entry, place } = this;
    this.isBusy = true;
    this.complaint = '';
    let complaint = '';
    try {
      await act(entry.id);
    } catch (error) {
      complaint = sentenceOf(asServiceError(error));
    }
    try {
      this.changed(await place.api.execution(entry.id));
    } catch (error) {
      complaint ||= sentenceOf(asServiceError(error));
    }
    this.isBusy = false;
    this.complaint = complaint;
  }
}
