import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { ActionStats, CustomAction } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import { usageIcon } from '../ui/icons';
import { Names } from '../ui/names';
import { OnceBack } from '../ui/once-back';
import { pageHead } from '../ui/page-head';
import { PlainElement } from '../ui/plain-element';
import { type Period, PERIODS, queryOf, USUAL_PERIOD } from '../ui/route';
import { trouble } from '../ui/trouble';
import { dayName, runs, whole } from './numbers';
import { type DayUsage, daysOf, successOf, sumOf } from './usage';
import { counted, fill, filled } from '../words/fill';
import { words } from '../words/spoken';

/** How all actions were used. */
export class UsagePage extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) actions: readonly CustomAction[] = [];
  @property({ attribute: false }) days: Period = USUAL_PERIOD;
  @property({ attribute: false }) leave: () => void = () => {};

  @state() private stats: readonly ActionStats[] | undefined;
  @state() private error: ServiceError | undefined;

  private byDay: readonly DayUsage[] = [];
  private readonly names = new Names(async (id) => {
    const { entries } = await this.api.history({ action_id: id }, undefined, 1);
    return entries[0]?.action_name ?? null;
  });

  constructor() {
    super();
    new OnceBack(this, () => {
      if (this.error?.isOutage) {
        void this.load();
      }
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('days')) {
      void this.load();
    }
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.page-title')?.focus();
  }

  protected override render(): unknown {
    return html`${pageHead(words.common.usage, words.usage.lead, this.leave)}
      <div class="page-body usage">
        <nav class="periods" aria-label=${words.usage.period}>
          ${PERIODS.map(
            (days) =>
              html`<a
                class="button small"
                href=${queryOf({ page: 'usage', days })}
                aria-current=${days === this.days ? 'true' : 'false'}
                >${counted(words.usage.days, days)}</a
              >`,
          )}
        </nav>
        ${this.content()}
      </div>`;
  }

  private content(): unknown {
    if (this.error) {
      return trouble(sentenceOf(this.error), () => void this.load());
    }
    if (!this.stats) {
      return html`<div class="placeholders" role="status" aria-busy="true">
        <span class="spoken">${words.usage.loading}</span>
        ${[1, 2, 3].map(() => html`<span class="placeholder"></span>`)}
      </div>`;
    }
    return this.stats.length === 0 ? this.empty() : this.figures(this.stats);
  }

  private figures(stats: readonly ActionStats[]): unknown {
    const sum = sumOf(stats);
    return html`<dl class="tiles">
        ${tile(words.usage.runs, whole(sum.executions))} ${tile(words.usage.success, successOf(sum))}
        ${tile(words.common.failed, whole(sum.failures))} ${tile(words.usage.actionsUsed, whole(stats.length))}
      </dl>
      <section aria-labelledby="usage-by-day">
        <h3 class="section-title" id="usage-by-day">${words.usage.byDay}</h3>
        <p class="lead">${this.summary()}</p>
        <console-day-chart .days=${this.byDay}></console-day-chart>
      </section>
      <section aria-labelledby="usage-by-action">
        <h3 class="section-title" id="usage-by-action">${words.usage.byAction}</h3>
        <console-action-usage .stats=${stats} .actions=${this.actions} .names=${this.names}></console-action-usage>
      </section>
      <p class="hint">${filled(words.usage.leftOut, { pending: pendingLink() })}</p>`;
  }

  /** What the chart shows, in words. */
  private summary(): string {
    const busiest = most(this.byDay, 'executions');
    const worst = most(this.byDay, 'failures');
    return [
      busiest ? fill(words.usage.busiest, { day: dayName(busiest.date), count: busiest.executions }) : '',
      worst?.failures
        ? fill(words.usage.worst, {
            day: dayName(worst.date),
            count: worst.failures,
            runs: runs(worst.executions),
          })
        : words.usage.noneFailed,
    ].join(' ');
  }

  private empty(): unknown {
    return html`<div class="empty small" role="status">
      ${usageIcon()}
      <p>${counted(words.usage.empty, this.days)}</p>
      ${
        this.actions.length === 0
          ? html`<a class="button" href=${queryOf({ page: 'new' })}>${words.usage.create}</a>`
          : html`<a class="button" href=${queryOf({ page: 'history', filters: {} })}>${words.usage.openHistory}</a>`
      }
    </div>`;
  }

  private async load(): Promise<void> {
    const { days } = this;
    // Numbers of another period would stand below its name.
    this.stats = undefined;
    this.error = undefined;
    try {
      const stats = await this.api.stats(days);
      if (days === this.days) {
        this.byDay = daysOf(stats, days, Date.now());
        this.stats = stats;
      }
    } catch (error) {
      const failure = asServiceError(error);
      if (days === this.days) {
        this.error = failure;
      }
    }
  }
}

function tile(name: string, value: string): unknown {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function most(days: readonly DayUsage[], figure: 'executions' | 'failures'): DayUsage | undefined {
  return days.reduce<DayUsage | undefined>(
    (best, day) => (best && best[figure] >= day[figure] ? best : day),
    undefined,
  );
}

function pendingLink(): unknown {
  const query = queryOf({ page: 'history', filters: { state: 'pending' } });
  return html`<a href=${query} data-pending>${words.usage.seePending}</a>`;
}
