import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActionsApi } from '../api/actions-api';
import type { CustomAction, Execution } from '../api/contract';
import { sentenceOf } from '../api/failure';
import { countOf, type HistoryFilters, isSame, NO_FILTERS } from '../api/history-filters';
import type { Question } from '../ui/confirm-dialog';
import { failureIcon, historyIcon, refreshIcon, spinner } from '../ui/icons';
import { contactNames } from '../ui/names';
import { OnceBack } from '../ui/once-back';
import { PlainElement } from '../ui/plain-element';
import { queryOf } from '../ui/route';
import { trouble } from '../ui/trouble';
import { isRetriable } from './background';
import type { HistoryPlace } from './history-place';
import { Pages } from './pages';
import { peopleIn } from './people';
import { counted } from '../words/fill';
import { words } from '../words/spoken';

const PAGE = 50;
/** What rows show, besides themselves. */
const PLACE = ['api', 'actionId', 'actions', 'filters', 'ask'] as const;

/** The executions of an action, or of all. */
export class ExecutionHistory extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  /** Empty for those of all actions. */
  @property({ attribute: false }) actionId = '';
  /** The actions that there are, to name them and to run them again. */
  @property({ attribute: false }) actions: readonly CustomAction[] = [];
  @property({ attribute: false }) filters: HistoryFilters = NO_FILTERS;
  /** Keeps other filters; without it, they last as long as this element. */
  @property({ attribute: false }) change: (filters: HistoryFilters) => void = (filters) => {
    this.filters = filters;
  };

  /** Asks before something cannot be taken back. */
  @property({ attribute: false }) ask: (question: Question) => Promise<boolean> = () => Promise.resolve(false);

  private readonly contacts = contactNames(() => this.api);
  private readonly pages = new Pages<Execution>(this, (before) => this.api.history(this.asked, before, PAGE));
  private place!: HistoryPlace;
  private people: ReadonlyMap<string, string> = new Map();
  private peopleOf: readonly Execution[] = [];

  constructor() {
    super();
    new OnceBack(this, () => {
      if (this.pages.error?.isOutage && !this.pages.isLoading) {
        void this.pages.again();
      }
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('filters');
    if (changed.has('actionId') || (changed.has('filters') && !(before && isSame(before, this.filters)))) {
      void this.pages.anew();
    }
    if (PLACE.some((name) => changed.has(name))) {
      this.place = this.placeNow();
    }
    if (this.peopleOf !== this.pages.entries) {
      this.peopleOf = this.pages.entries;
      this.people = new Map([...this.people, ...peopleIn(this.peopleOf)]);
    }
  }

  protected override render(): unknown {
    return html`<section aria-label=${words.common.history}>
      <console-history-filters
        .api=${this.api}
        .contacts=${this.contacts}
        .filters=${this.filters}
        .actions=${this.actionId ? undefined : this.actions}
        .people=${this.people}
        .change=${this.change}
      ></console-history-filters>
      <div class="history-tools">
        ${
          countOf(this.filters) > 0
            ? html`<button class="button small" type="button" data-clear @click=${() => this.change(NO_FILTERS)}>
                ${words.history.clearFilters}
              </button>`
            : nothing
        }
        ${this.retryAll()}
        <console-history-export .api=${this.api} .filters=${this.asked}></console-history-export>
        <button class="button small" type="button" data-refresh @click=${() => void this.pages.first()}>
          ${refreshIcon()}${words.common.refresh}
        </button>
      </div>
      ${this.content()}
    </section>`;
  }

  private retryAll(): unknown {
    const { action_id } = this.asked;
    return action_id
      ? html`<console-retry-all
          .api=${this.api}
          .actionId=${action_id}
          .isOffered=${this.pages.entries.some(isRetriable)}
          .ask=${this.ask}
          .done=${() => void this.pages.first()}
        ></console-retry-all>`
      : nothing;
  }

  private content(): unknown {
    const { pages } = this;
    if (pages.entries.length > 0) {
      return html`<div class="history-pages">
          ${pages.pages.map(
            (entries) =>
              html`<console-execution-rows .place=${this.place} .entries=${entries}></console-execution-rows>`,
          )}
        </div>
        ${this.foot()}`;
    }
    if (pages.isLoading) {
      return html`<div class="placeholders" role="status" aria-busy="true">
        <span class="spoken">${words.history.loading}</span>
        ${[1, 2, 3, 4].map(() => html`<span class="placeholder thin"></span>`)}
      </div>`;
    }
    return pages.error ? trouble(sentenceOf(pages.error), () => void pages.anew()) : this.empty();
  }

  private foot(): unknown {
    const { pages } = this;
    const count = pages.entries.length;
    return html`${
        pages.error
          ? html`<div class="failure" role="alert">
              ${failureIcon()}
              <p>${sentenceOf(pages.error)}</p>
              <button class="button small" type="button" data-retry @click=${() => void pages.again()}>
                ${words.common.tryAgain}
              </button>
            </div>`
          : nothing
      }
      <div class="paged-foot" role="status">
        ${
          pages.isLoading
            ? html`${spinner()}<span>${words.common.loading}</span>`
            : html`<span data-shown
                >${counted(pages.hasMore ? words.usage.runCount : words.history.allRuns, count)}</span
              >`
        }
        ${
          pages.hasMore && !pages.isLoading
            ? html`<button class="button" type="button" data-more @click=${() => void pages.more()}>
                ${words.history.showOlder}
              </button>`
            : nothing
        }
      </div>`;
  }

  private empty(): unknown {
    if (this.pages.hasMore) {
      return this.emptiness(
        words.history.noneOfNewest,
        html`<button class="button" type="button" data-more @click=${() => void this.pages.more()}>
          ${words.history.lookFurther}
        </button>`,
      );
    }
    if (countOf(this.filters) > 0) {
      return this.emptiness(
        words.history.noMatch,
        html`<button class="button" type="button" @click=${() => this.change(NO_FILTERS)}>
          ${words.history.clearFilters}
        </button>`,
      );
    }
    return this.actionId
      ? this.emptiness(
          words.history.emptyAction,
          this.actions.some(({ id }) => id === this.actionId)
            ? html`<a class="button" href=${queryOf({ page: 'action', id: this.actionId, tab: 'try' })}
                >${words.common.tryIt}</a
              >`
            : nothing,
        )
      : this.emptiness(words.history.emptyAll, nothing);
  }

  private emptiness(text: string, act: unknown): unknown {
    return html`<div class="empty small" role="status">
      ${historyIcon()}
      <p>${text}</p>
      ${act}
    </div>`;
  }

  /** As the service is asked. */
  private get asked(): HistoryFilters {
    return this.actionId ? { ...this.filters, action_id: this.actionId } : this.filters;
  }

  private placeNow(): HistoryPlace {
    const byId = new Map(this.actions.map((action) => [action.id, action]));
    return {
      api: this.api,
      contacts: this.contacts,
      isOfAll: !this.actionId,
      filters: this.filters,
      find: (id) => byId.get(id),
      ask: this.ask,
    };
  }
}
