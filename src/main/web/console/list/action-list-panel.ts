import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomAction } from '../api/contract';
import { addIcon, emptyIcon, secretIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import type { Route } from '../ui/route';
import { type RowUsage, UNUSED } from '../usage/usage';
import { filterFields } from './filter-view';
import { ALL, applied, areOff, type Filters } from './filters';
import { pagesNav } from './pages-nav';
import { Reorder, type ReorderHost } from './reorder';
import { RowWindow } from './row-window';
import { row } from './row-view';
import { counted } from '../words/fill';
import { words } from '../words/spoken';

/** The actions: found, filtered, sorted, chosen, and put into another order. */
export class ActionListPanel extends PlainElement implements ReorderHost {
  @property({ attribute: false }) actions: readonly CustomAction[] = [];
  @property({ attribute: false }) selected: string | undefined;
  /** What is shown beside the list. */
  @property({ attribute: false }) page: Route['page'] | undefined;
  /** How actions were used, by their ids; undefined as long as it is not known. */
  @property({ attribute: false }) usage: ReadonlyMap<string, RowUsage> | undefined;
  @property({ attribute: false }) isReadOnly = true;
  @property({ attribute: false }) open: (id: string) => void = () => {};
  @property({ attribute: false }) go: (route: Route) => void = () => {};
  @property({ attribute: false }) reorder: (ids: readonly string[]) => void = () => {};

  @state() private filters: Filters = ALL;
  @state() private announcement = '';

  private readonly window = new RowWindow(this);
  private readonly reordering = new Reorder(this);

  get ids(): readonly string[] {
    return this.actions.map((action) => action.id);
  }

  get list(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.rows');
  }

  get rows(): readonly HTMLElement[] {
    return Array.from(this.querySelectorAll<HTMLElement>('[data-row]'));
  }

  nameOf(id: string): string {
    return this.actions.find((action) => action.id === id)?.name ?? '';
  }

  announce(text: string): void {
    this.announcement = text;
  }

  /** Where the focus goes when what had it is gone. */
  focusSearch(): void {
    this.querySelector<HTMLElement>('[data-filter=search]')?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('selected')) {
      this.window.reveal(this.shown.findIndex(({ id }) => id === this.selected));
      this.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  protected override render(): unknown {
    const shown = this.shown;
    return html`<div class="list-head">
        <h1 class="list-title">${words.common.actions}</h1>
        ${
          this.isReadOnly
            ? nothing
            : html`<span class="list-tools">
                <button class="button" type="button" data-secrets @click=${() => this.go({ page: 'secrets' })}>
                  ${secretIcon()}${words.common.secrets}
                </button>
                <button class="button primary" type="button" data-new @click=${() => this.go({ page: 'new' })}>
                  ${addIcon()}${words.common.newAction}
                </button>
              </span>`
        }
      </div>
      ${this.isReadOnly ? nothing : pagesNav(this.page)}
      ${this.actions.length > 0 ? filterFields(this.filters, this.filter) : nothing}
      <div class="count-row">
        <p class="count" role="status">${count(shown.length, this.actions.length)}</p>
        ${
          this.isReadOnly
            ? nothing
            : html`<button
                class="button quiet small"
                type="button"
                data-transfer
                @click=${() => this.go({ page: 'transfer' })}
              >
                ${words.common.exportImport}
              </button>`
        }
      </div>
      ${shown.length > 0 ? this.drawn(shown) : this.empty()}
      <p id="reorder-help" hidden>${words.list.reorderHelp}</p>
      <p class="spoken" role="status" data-announcement>${this.announcement}</p>`;
  }

  private drawn(shown: readonly CustomAction[]): unknown {
    const hasGrips = !this.isReadOnly && areOff(this.filters) && shown.length > 1;
    const rows = this.window.of(shown);
    return html`<ol class="rows" role="list">
      ${this.window.isPartial ? RowWindow.gap : nothing}
      ${repeat(
        rows,
        ({ item }) => item.id,
        ({ item: action, place }) => {
          const model = {
            size: this.window.isPartial ? shown.length : undefined,
            place: this.window.isPartial ? place : undefined,
            action,
            usage: this.usage && (this.usage.get(action.id) ?? UNUSED),
            isSelected: action.id === this.selected,
            hasGrip: hasGrips,
            isHeld: this.reordering.held === action.id,
            drop: this.reordering.drop?.id === action.id ? this.reordering.drop.side : undefined,
          };
          // There may be a thousand, and a click changes two.
          return guard(Object.values(model), () => row(model, { open: this.open, reordering: this.reordering }));
        },
      )}
      ${this.window.isPartial ? RowWindow.gap : nothing}
    </ol>`;
  }

  private empty(): unknown {
    const text = this.actions.length === 0 ? words.list.empty : words.list.noMatch;
    return html`<div class="empty small">
      ${emptyIcon()}
      <p>${text}</p>
      ${this.actions.length > 0 ? html`<button class="button" type="button" @click=${() => this.filter(ALL)}>${words.list.showAll}</button>` : nothing}
    </div>`;
  }

  private get shown(): readonly CustomAction[] {
    if (!areOff(this.filters)) {
      return applied(this.filters, this.actions);
    }
    const byId = new Map(this.actions.map((action) => [action.id, action]));
    return this.reordering.order.flatMap((id) => byId.get(id) ?? []);
  }

  private readonly filter = (change: Partial<Filters>): void => {
    this.filters = { ...this.filters, ...change };
  };
}

function count(shown: number, all: number): string {
  return shown === all ? counted(words.list.actions, all) : counted(words.list.someOf, all, { shown });
}
