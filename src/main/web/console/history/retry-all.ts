import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ActionsApi } from '../api/actions-api';
import { asServiceError, sentenceOf } from '../api/failure';
import type { Question } from '../ui/confirm-dialog';
import { spinner } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { counted } from '../words/fill';
import { words } from '../words/spoken';
import { retryAll } from './background';

const ALL: Question = {
  title: words.history.retryAllTitle,
  text: words.history.retryAllText,
  go: words.history.tryAll,
  stay: words.history.leaveThem,
};

/** Tries again what has failed of an action in the background. */
export class RetryAll extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) actionId = '';
  /** Whether there is any. */
  @property({ attribute: false }) isOffered = false;
  @property({ attribute: false }) ask: (question: Question) => Promise<boolean> = () => Promise.resolve(false);
  /** Hears of it once it is done. */
  @property({ attribute: false }) done: () => void = () => {};

  @state() private isBusy = false;
  @state() private told = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('actionId')) {
      this.told = '';
    }
  }

  protected override render(): unknown {
    return html`<span class="hint" role="status">${this.told}</span>${
        this.isBusy
          ? spinner()
          : this.isOffered
            ? html`<button class="button small" type="button" data-retry-all @click=${() => void this.run()}>
                ${words.history.retryAll}
              </button>`
            : nothing
      }`;
  }

  private async run(): Promise<void> {
    const { actionId } = this;
    if (!(await this.ask(ALL))) {
      return;
    }
    this.isBusy = true;
    let told: string;
    try {
      const count = await retryAll(() => this.api.retryAll(actionId));
      told = counted(words.history.retried, count);
    } catch (error) {
      told = sentenceOf(asServiceError(error));
    }
    this.isBusy = false;
    if (actionId === this.actionId) {
      this.told = told;
      this.done();
    }
  }
}
