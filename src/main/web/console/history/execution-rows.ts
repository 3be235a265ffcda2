import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Execution } from '../api/contract';
import { failureIcon, foldIcon, pendingIcon, successIcon, unknownIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { agoOf, exactTimeOf } from '../ui/times';
import { durationOf } from '../ui/words';
import { isPending } from './background';
import { actionNameOf, type HistoryPlace } from './history-place';
import { personOf, shortened } from './people';
import { remarkOf, type Standing, standingOf, standingWord } from './standing';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const ICONS: Readonly<Record<Standing, () => unknown>> = {
  done: successIcon,
  failed: failureIcon,
  pending: pendingIcon,
  unknown: unknownIcon,
};
/** Milliseconds after which the words for a time may be others. */
const TICK = 60_000;

/** A page of executions. Each page is an element, so that the others stay as they are while one changes. */
export class ExecutionRows extends PlainElement {
  @property({ attribute: false }) place!: HistoryPlace;
  @property({ attribute: false }) entries: readonly Execution[] = [];

  @state() private opened: ReadonlySet<string> = new Set();
  /** Executions that have changed since the page was read, by id. */
  @state() private newer: ReadonlyMap<string, Execution> = new Map();

  private timer: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(this.tick, TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entries')) {
      this.newer = new Map();
    }
  }

  protected override render(): unknown {
    const now = Date.now();
    return html`<ol class="runs" role="list">
      ${this.entries.map((entry) => this.row(this.newer.get(entry.id) ?? entry, now))}
    </ol>`;
  }

  private row(entry: Execution, now: number): unknown {
    const { id, created_at, duration_ms, trial } = entry;
    const standing = standingOf(entry);
    const isOpen = this.opened.has(id);
    const remark = remarkOf(entry);
    const next = nextAttempt(entry, now);
    return html`<li class="run ${standing}" data-execution=${id}>
      <button
        class="run-row"
        type="button"
        data-details
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => this.toggle(id)}
      >
        <span class="run-icon">${ICONS[standing]()}</span>
        <span class="run-what"
          >${this.what(entry, standing)}
          ${trial ? html`<span class="badge" data-trial>${words.history.triedOut}</span>` : nothing}</span
        >
        <span class="run-whom"><span class="run-word">${words.history.for}</span> ${this.contact(entry)}</span>
        <span class="run-who" title=${entry.user_id}
          ><span class="run-word">${words.history.byWhom}</span> ${personOf(entry)}</span
        >
        <span class="run-took">${duration_ms === null ? nothing : durationOf(duration_ms)}</span>
        <span class="run-when"
          ><time datetime=${created_at} title=${exactTimeOf(created_at)}>${agoOf(created_at, now)}</time></span
        >
        <span class="run-fold">${foldIcon()}</span>
      </button>
      ${remark || next ? html`<p class="run-remark">${remark} ${next}</p>` : nothing}
      ${
        isOpen
          ? html`<console-execution-record
              .place=${this.place}
              .entry=${entry}
              .changed=${this.replace}
            ></console-execution-record>`
          : nothing
      }
    </li>`;
  }

  private what(entry: Execution, standing: Standing): unknown {
    const word = standingWord(entry);
    if (!this.place.isOfAll) {
      return html`<span class="run-standing">${word}</span>`;
    }
    const isGone = entry.action_id && !this.place.find(entry.action_id);
    return html`<span class="run-name">${actionNameOf(this.place, entry)}</span> ${
        isGone ? html`<span class="badge" data-deleted>${words.common.deleted}</span>` : nothing
      }
      ${
        standing === 'done'
          ? html`<span class="spoken">${word}</span>`
          : html`<span class="run-standing">${word}</span>`
      }`;
  }

  private contact({ contact_id }: Execution): unknown {
    const name = this.place.contacts.of(contact_id, this);
    return name === null
      ? html`<span class="gone" title=${contact_id}>${words.history.deletedContact}</span>`
      : html`<span title=${contact_id}>${name ?? shortened(contact_id)}</span>`;
  }

  private readonly replace = (entry: Execution): void => {
    this.newer = new Map([...this.newer, [entry.id, entry]]);
  };

  private toggle(id: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(id)) {
      opened.add(id);
    }
    this.opened = opened;
  }

  /** Only what is in sight, so that a long list costs no more than a short one. */
  private readonly tick = (): void => {
    const { top, bottom } = this.getBoundingClientRect();
    if (bottom > 0 && top < window.innerHeight) {
      this.requestUpdate();
    }
  };
}

/** When it is sent again. */
function nextAttempt(entry: Execution, now: number): unknown {
  const { next_attempt_at } = entry;
  return isPending(entry) && next_attempt_at
    ? html`<span class="run-next" title=${exactTimeOf(next_attempt_at)}
        >${fill(words.history.nextAttemptAt, { time: agoOf(next_attempt_at, now) })}</span
      >`
    : undefined;
}
