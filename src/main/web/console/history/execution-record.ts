import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ServiceError } from '../../shared/service-error';
import type { Execution } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import { runIcon } from '../ui/icons';
import { OnceBack } from '../ui/once-back';
import { PlainElement } from '../ui/plain-element';
import { agoOf, exactTimeOf } from '../ui/times';
import { durationOf } from '../ui/words';
import { exchangeView } from './exchange-view';
import { actionNameOf, againOf, type HistoryPlace, onlyOf } from './history-place';
import { personOf } from './people';
import { outcomeWord } from './standing';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** Outcomes that are no reason for anything. */
const NO_CAUSES = ['success', 'accepted'];

/** All that is known of an execution; what its webhook sent and got back is read when somebody looks. */
export class ExecutionRecord extends PlainElement {
  @property({ attribute: false }) place!: HistoryPlace;
  @property({ attribute: false }) entry!: Execution;
  /** Takes the execution as it is after something was done about it. */
  @property({ attribute: false }) changed: (entry: Execution) => void = () => {};

  @state() private read: Execution | undefined;
  @state() private error: ServiceError | undefined;

  constructor() {
    super();
    new OnceBack(this, () => {
      if (this.error?.isOutage) {
        void this.load();
      }
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entry') && this.entry !== this.read) {
      this.read = undefined;
      if (this.entry.action_type === 'webhook') {
        void this.load();
      }
    }
  }

  protected override render(): unknown {
    return html`<div class="record">
      <dl class="facts">${this.facts()}</dl>
      <div class="record-tools">${this.tools()}</div>
      ${this.entry.action_type === 'webhook' ? html`<div role="status">${this.exchange()}</div>` : nothing}
    </div>`;
  }

  private facts(): unknown {
    const { created_at, outcome, http_status, duration_ms, attempts, next_attempt_at, id } = this.read ?? this.entry;
    const contact = this.place.contacts.of(this.entry.contact_id, this);
    return [
      fact(words.history.time, html`<time datetime=${created_at}>${exactTimeOf(created_at)}</time>`),
      outcome && !NO_CAUSES.includes(outcome)
        ? fact(words.history.cause, html`${outcomeWord(outcome)} <code>${outcome}</code>`)
        : nothing,
      http_status === null ? nothing : fact(words.history.status, http_status),
      duration_ms === null ? nothing : fact(words.history.took, durationOf(duration_ms)),
      attempts ? fact(words.history.attempts, attempts) : nothing,
      next_attempt_at
        ? fact(words.history.nextAttempt, html`${agoOf(next_attempt_at, Date.now())} (${exactTimeOf(next_attempt_at)})`)
        : nothing,
      this.place.isOfAll ? fact(words.common.action, actionNameOf(this.place, this.entry)) : nothing,
      fact(
        words.common.contact,
        html`${contact ?? (contact === null ? words.common.deleted : nothing)} <code>${this.entry.contact_id}</code>`,
      ),
      fact(words.history.user, html`${this.entry.user_name} <code>${this.entry.user_id}</code>`),
      fact(words.history.run, html`<code>${id}</code>`),
    ];
  }

  private tools(): unknown {
    const { action_id, user_id, contact_id } = this.entry;
    const again = againOf(this.place, this.entry);
    const contact = this.place.contacts.of(contact_id, this);
    const only = (text: string, query: string) => html`<a class="button small" href=${query}>${text}</a>`;
    return html`${
      this.entry.state
        ? html`<console-background-tools
            .place=${this.place}
            .entry=${this.entry}
            .changed=${this.take}
          ></console-background-tools>`
        : nothing
    }${again ? html`<a class="button small" href=${again} data-again>${runIcon()}${words.history.runAgain}</a>` : nothing}
    ${only(fill(words.history.only, { name: contact ?? words.history.thisContact }), onlyOf(this.place, action_id, { contact_id }))}
    ${only(fill(words.history.only, { name: personOf(this.entry) }), onlyOf(this.place, action_id, { user_id }))}
    ${this.place.isOfAll && action_id ? only(words.history.onlyThisAction, onlyOf(this.place, action_id, { action_id })) : nothing}`;
  }

  /** It was read just now, with its exchange. */
  private readonly take = (entry: Execution): void => {
    this.read = entry;
    this.changed(entry);
  };

  private exchange(): unknown {
    if (this.error) {
      return html`<p class="hint">
        ${sentenceOf(this.error)}
        <button class="button small" type="button" data-retry @click=${() => void this.load()}>
          ${words.common.tryAgain}
        </button>
      </p>`;
    }
    if (!this.read) {
      return html`<p class="hint">${words.history.loadingExchange}</p>`;
    }
    return this.read.exchange ? exchangeView(this.read.exchange) : html`<p class="hint">${words.history.notKept}</p>`;
  }

  private async load(): Promise<void> {
    const { entry } = this;
    this.error = undefined;
    try {
      const read = await this.place.api.execution(entry.id);
      if (entry === this.entry) {
        this.read = read;
      }
    } catch (error) {
      const failure = asServiceError(error);
      if (entry === this.entry) {
        this.error = failure;
      }
    }
  }
}

function fact(name: string, value: unknown): unknown {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
