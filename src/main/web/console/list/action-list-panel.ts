import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
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
import { row } from './row-view';

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
  @property({ attribute: false }) create: () => void = () => {};
  @property({ attribute: false }) secrets: () => void = () => {};
  @property({ attribute: false }) reorder: (ids: readonly string[]) => void = () => {};

  @state() private filters: Filters = ALL;
  @state() private announcement = '';

  private readonly reordering = new Reorder(this);

  get ids(): readonly string[] {
    return this.actions.map((action) => action.id);
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
      this.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  protected override render(): unknown {
    const shown = this.shown;
    return html`<div class="list-head">
        <h1 class="list-title">Actions</h1>
        ${
          this.isReadOnly
            ? nothing
            : html`<span class="list-tools">
                <button class="button" type="button" data-secrets @click=${this.secrets}>${secretIcon()}Secrets</button>
                <button class="button primary" type="button" data-new @click=${this.create}>
                  ${addIcon()}New action
                </button>
              </span>`
        }
      </div>
      ${this.isReadOnly ? nothing : pagesNav(this.page)} ${filterFields(this.filters, this.filter)}
      <p class="count" role="status">${count(shown.length, this.actions.length)}</p>
      ${shown.length > 0 ? this.list(shown) : this.empty()}
      <p id="reorder-help" hidden>Pick the action up with Space, move it with the arrow keys, drop it with Space.</p>
      <p class="spoken" role="status" data-announcement>${this.announcement}</p>`;
  }

  private list(shown: readonly CustomAction[]): unknown {
    const hasGrips = !this.isReadOnly && areOff(this.filters) && shown.length > 1;
    return html`<ol class="rows" role="list">
      ${repeat(
        shown,
        (action) => action.id,
        (action) =>
          row(
            {
              action,
              usage: this.usage && (this.usage.get(action.id) ?? UNUSED),
              isSelected: action.id === this.selected,
              hasGrip: hasGrips,
              isHeld: this.reordering.held === action.id,
              drop: this.reordering.drop?.id === action.id ? this.reordering.drop.side : undefined,
            },
            { open: this.open, reordering: this.reordering },
          ),
      )}
    </ol>`;
  }

  private empty(): unknown {
    const text = this.actions.length === 0 ? 'There are no actions yet.' : 'No action matches these filters.';
    const reset = html`<button class="button" type="button" @click=${() => this.filter(ALL)}>Show all</button>`;
    return html`<div class="empty small">
      ${emptyIcon()}
      <p>${text}</p>
      ${this.actions.length > 0 ? reset : nothing}
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
  const noun = all === 1 ? 'action' : 'actions';
  return shown === all ? `${all} ${noun}` : `${shown} of ${all} ${noun}`;
}
