import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Action, ExecutionResult, InputValues, ToastType } from '../../embed/contract';
import { moveInRow } from '../../embed/roving-focus';
import type { ActionsApi } from '../api/actions-api';
import type { Contact, CustomAction } from '../api/contract';
import { asServiceError, isRefusal, sentenceOf } from '../api/failure';
import { type HistoryFilters, NO_FILTERS } from '../api/history-filters';
import type { Version } from '../history/versions';
import type { Question } from '../ui/confirm-dialog';
import { actionIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { type Route, type Tab, TABS } from '../ui/route';
import { TYPE_NAMES } from '../ui/words';
import type { ActionForm } from './action-form';
import { backButton } from './back-button';
import type { Decide } from './saving';
import { language, words } from '../words/spoken';

const TAB_NAMES: Readonly<Record<Tab, string>> = {
  settings: words.common.settings,
  try: words.common.tryIt,
  history: words.common.history,
  changes: words.common.changes,
};
const FOR_ALL: readonly Tab[] = ['settings', 'try'];
const OF_NEW: readonly Tab[] = ['settings', 'try'];
const OF_DELETED: readonly Tab[] = ['settings', 'history', 'changes'];

const REPLACE: Question = {
  title: words.editor.replaceTitle,
  text: words.editor.replaceText,
  go: words.common.replace,
  stay: words.common.keep,
};

/** What an action's page needs of the console around it. */
export interface ConsoleServices {
  readonly api: ActionsApi;
  saved(action: CustomAction, notice?: string): void;
  /** Takes the deletion of an action back; whether that worked. */
  restore(id: string): Promise<boolean>;
  toggle(action: CustomAction): Promise<void>;
  readonly decide: Decide;
  delete(action: CustomAction): void;
  leave(): void;
  /** Goes to a page, unless somebody would rather keep what was typed. */
  go(route: Route): void;
  /** Asks before something is lost. */
  ask(question: Question): Promise<boolean>;
  openTab(tab: Tab): void;
  /** Makes the address that of what is shown already. */
  settle(route: Route): void;
  notify(type: ToastType, message: string): void;
  apply(result: ExecutionResult, isWanted: () => boolean): Promise<void>;
  /** Asks what an agent is asked before an action runs; undefined if it shall not. */
  prompt(action: Action): Promise<InputValues | undefined>;
}

/** All of one action, or the form of a new one. */
export class ActionPage extends PlainElement {
  @property({ attribute: false }) console!: ConsoleServices;
  /** Undefined for a new one. */
  @property({ attribute: false }) action: CustomAction | undefined;
  @property({ attribute: false }) isReadOnly = true;
  @property({ attribute: false }) tab: Tab = 'settings';
  /** What of the history is shown. */
  @property({ attribute: false }) filters: HistoryFilters = NO_FILTERS;
  /** Id of the contact that a link wants the action tried on. */
  @property({ attribute: false }) tried: string | undefined;
  @property({ attribute: false }) place = 0;
  /** It is not in the list any more. */
  @property({ attribute: false }) isDeleted = false;
  /** What a new one is a copy of. */
  @property({ attribute: false }) copied: CustomAction | undefined;
  /** What a new one begins with; see the form. */
  @property({ attribute: false }) start = '';

  private own: readonly CustomAction[] = [];

  /** Which part of a new action is shown. */
  @state() private newTab: Tab = 'settings';
  @state() private contact: Contact | undefined;

  /** Whether leaving would lose something that was typed. */
  get isDirty(): boolean {
    return this.form?.isDirty ?? false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('action')) {
      this.own = this.action ? [this.action] : [];
    }
    if (changed.has('tried') && this.tried) {
      void this.chooseById(this.tried);
    }
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.page-title')?.focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('tab') && changed.get('tab')) {
      this.querySelector<HTMLElement>(`#tab-${this.tab}`)?.focus();
    }
  }

  protected override render(): unknown {
    return html`<header class="page-head">
        ${backButton(() => this.console.leave())}
        ${this.action ? html`<span class="tile ${this.action.action_type}">${actionIcon(this.action.icon)}</span>` : nothing}
        <div class="page-heading">
          <h2 class="page-title" tabindex="-1">${this.action?.name ?? words.common.newAction}</h2>
          ${this.action ? html`<p class="page-type">${TYPE_NAMES[this.action.action_type]}</p>` : nothing}
        </div>
        ${this.isDeleted ? html`<span class="badge" data-deleted>${words.common.deleted}</span>` : nothing}
        ${
          this.action && !this.isReadOnly && !this.isDeleted
            ? html`<console-action-tools
                class="page-tools"
                .console=${this.console}
                .action=${this.action}
              ></console-action-tools>`
            : nothing
        }
      </header>
      ${this.action || !this.isReadOnly ? this.tabList() : nothing}
      <div
        class="page-body"
        id="page-body"
        role=${this.tabs.length > 0 ? 'tabpanel' : nothing}
        aria-labelledby=${this.tabs.length > 0 ? `tab-${this.shownTab}` : nothing}
      >
        <div ?hidden=${this.shownTab !== 'settings' && !this.isTrying}>${this.settings()}</div>
        ${this.action ? this.further(this.action) : nothing}
      </div>`;
  }

  private tabList(): unknown {
    return html`<div class="tabs" role="tablist" aria-label=${words.editor.parts} @keydown=${this.moveAlongTabs}>
      ${this.tabs.map(
        (tab) =>
          html`<button
            id="tab-${tab}"
            class="tab"
            type="button"
            role="tab"
            aria-controls="page-body"
            aria-selected=${tab === this.shownTab ? 'true' : 'false'}
            tabindex=${tab === this.shownTab ? 0 : -1}
            @click=${() => this.openTab(tab)}
          >
            ${TAB_NAMES[tab]}
          </button>`,
      )}
    </div>`;
  }

  /** Stays while another part is looked at, with all that was typed. */
  private settings(): unknown {
    return html`<console-action-form
      .api=${this.console.api}
      .action=${this.action}
      .isReadOnly=${this.isReadOnly}
      .place=${this.place}
      .copied=${this.copied}
      .start=${this.start}
      .contact=${this.contact}
      .chooseContact=${this.choose}
      .saved=${(action: CustomAction, notice?: string) => this.console.saved(action, notice)}
      .isDeleted=${this.isDeleted}
      .restore=${(id: string) => this.console.restore(id)}
      .decide=${this.console.decide}
      .isTrying=${this.isTrying}
      .apply=${this.apply}
      .ask=${(asked: Action) => this.console.prompt(asked)}
    ></console-action-form>`;
  }

  private further(action: CustomAction): unknown {
    const { api } = this.console;
    switch (this.shownTab) {
      case 'settings':
        return nothing;
      case 'try':
        return this.isTrying
          ? nothing
          : html`<console-try-out
              .api=${api}
              .action=${action}
              .contact=${this.contact}
              .chooseContact=${this.choose}
              .apply=${this.apply}
              .ask=${(asked: Action) => this.console.prompt(asked)}
            ></console-try-out>`;
      case 'history':
        return html`<console-execution-history
          .api=${api}
          .actionId=${action.id}
          .actions=${this.own}
          .filters=${this.filters}
          .change=${this.showHistory}
          .ask=${this.console.ask}
        ></console-execution-history>`;
      case 'changes':
        return html`<console-change-history
          .api=${api}
          .actionId=${action.id}
          .action=${this.isDeleted ? undefined : action}
          .restore=${this.restoreVersion}
        ></console-change-history>`;
    }
  }

  private readonly restoreVersion = async (version: Version, since: string): Promise<void> => {
    if (!this.isDirty || (await this.console.ask(REPLACE))) {
      this.form?.load(version, since);
      this.openTab('settings');
    }
  };

  private get form(): ActionForm | null {
    return this.querySelector<ActionForm>('console-action-form');
  }

  private get tabs(): readonly Tab[] {
    if (!this.action) {
      return this.isReadOnly ? [] : OF_NEW;
    }
    if (this.isDeleted) {
      return OF_DELETED;
    }
    return this.isReadOnly ? FOR_ALL : TABS;
  }

  private get shownTab(): Tab {
    const tab = this.action ? this.tab : this.newTab;
    return this.tabs.includes(tab) ? tab : 'settings';
  }

  /** A manager tries what the form holds, beside it. */
  private get isTrying(): boolean {
    return !this.isReadOnly && this.shownTab === 'try';
  }

  /** A new action has no address of its own yet. */
  private openTab(tab: Tab): void {
    if (this.action) {
      this.console.openTab(tab);
    } else {
      this.newTab = tab;
    }
  }

  private readonly apply = (result: ExecutionResult, isWanted: () => boolean): Promise<void> =>
    this.console.apply(result, isWanted);

  private readonly moveAlongTabs = (event: KeyboardEvent): void =>
    moveInRow(event, Array.from(this.querySelectorAll<HTMLElement>('[role=tab]')), language.direction === 'rtl');

  private readonly showHistory = (filters: HistoryFilters): void => {
    if (this.action) {
      this.console.settle({ page: 'action', id: this.action.id, tab: 'history', filters });
    }
  };

  private async chooseById(id: string): Promise<void> {
    try {
      this.contact = await this.console.api.contact(id);
    } catch (error) {
      const failure = asServiceError(error);
      this.console.notify('warning', isRefusal(failure, 404) ? words.editor.contactDeleted : sentenceOf(failure));
    }
  }

  private readonly choose = (contact: Contact | undefined): void => {
    this.contact = contact;
  };
}
