import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Action, ExecutionResult, InputValues, ToastType } from '../../embed/contract';
import { moveInRow } from '../../embed/roving-focus';
import type { ActionsApi } from '../api/actions-api';
import type { Contact, CustomAction } from '../api/contract';
import type { Question } from '../ui/confirm-dialog';
import { actionIcon, backIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { type Route, type Tab, TABS } from '../ui/route';
import { TYPE_NAMES } from '../ui/words';
import type { ActionForm } from './action-form';

const TAB_NAMES: Readonly<Record<Tab, string>> = {
  settings: 'Settings',
  try: 'Try it',
  history: 'History',
  changes: 'Changes',
};
const FOR_ALL: readonly Tab[] = ['settings', 'try'];

/** What an action's page needs of the console around it. */
export interface ConsoleServices {
  readonly api: ActionsApi;
  saved(action: CustomAction): void;
  delete(action: CustomAction): void;
  leave(): void;
  /** Goes to a page, unless somebody would rather keep what was typed. */
  go(route: Route): void;
  /** Asks before something is lost. */
  ask(question: Question): Promise<boolean>;
  openTab(tab: Tab): void;
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
  @property({ attribute: false }) place = 0;
  /** What a new one is a copy of. */
  @property({ attribute: false }) copied: CustomAction | undefined;
  /** What a new one begins with; see the form. */
  @property({ attribute: false }) start = '';

  @state() private contact: Contact | undefined;

  /** Whether leaving would lose something that was typed. */
  get isDirty(): boolean {
    return this.querySelector<ActionForm>('console-action-form')?.isDirty ?? false;
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
        <button
          class="icon-button back"
          type="button"
          aria-label="Back to the list"
          @click=${() => this.console.leave()}
        >
          ${backIcon()}
        </button>
        ${this.action ? html`<span class="tile ${this.action.action_type}">${actionIcon(this.action.icon)}</span>` : nothing}
        <div class="page-heading">
          <h2 class="page-title" tabindex="-1">${this.action?.name ?? 'New action'}</h2>
          ${this.action ? html`<p class="page-type">${TYPE_NAMES[this.action.action_type]}</p>` : nothing}
        </div>
        ${
          this.action && !this.isReadOnly
            ? html`<console-action-tools
                class="page-tools"
                .console=${this.console}
                .action=${this.action}
              ></console-action-tools>`
            : nothing
        }
      </header>
      ${this.action ? this.tabList() : nothing}
      <div
        class="page-body"
        id="page-body"
        role=${this.action ? 'tabpanel' : nothing}
        aria-labelledby=${this.action ? `tab-${this.shownTab}` : nothing}
      >
        <div ?hidden=${this.shownTab !== 'settings'}>${this.form()}</div>
        ${this.action ? this.further(this.action) : nothing}
      </div>`;
  }

  private tabList(): unknown {
    return html`<div class="tabs" role="tablist" aria-label="Parts of the action" @keydown=${this.moveAlongTabs}>
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
            @click=${() => this.console.openTab(tab)}
          >
            ${TAB_NAMES[tab]}
          </button>`,
      )}
    </div>`;
  }

  /** Stays while another part is looked at, with all that was typed. */
  private form(): unknown {
    return html`<console-action-form
      .api=${this.console.api}
      .action=${this.action}
      .isReadOnly=${this.isReadOnly}
      .place=${this.place}
      .copied=${this.copied}
      .start=${this.start}
      .contact=${this.contact}
      .chooseContact=${this.choose}
      .saved=${(action: CustomAction) => this.console.saved(action)}
    ></console-action-form>`;
  }

  private further(action: CustomAction): unknown {
    const { api } = this.console;
    switch (this.shownTab) {
      case 'settings':
        return nothing;
      case 'try':
        return html`<console-try-out
          .api=${api}
          .action=${action}
          .isDirty=${this.isDirty}
          .contact=${this.contact}
          .chooseContact=${this.choose}
          .apply=${(result: ExecutionResult, isWanted: () => boolean) => this.console.apply(result, isWanted)}
          .ask=${(asked: Action) => this.console.prompt(asked)}
        ></console-try-out>`;
      case 'history':
        return html`<console-execution-history .api=${api} .actionId=${action.id}></console-execution-history>`;
      case 'changes':
        return html`<console-change-history .api=${api} .actionId=${action.id}></console-change-history>`;
    }
  }

  private get tabs(): readonly Tab[] {
    return this.isReadOnly ? FOR_ALL : TABS;
  }

  private get shownTab(): Tab {
    return this.action && this.tabs.includes(this.tab) ? this.tab : 'settings';
  }

  private readonly moveAlongTabs = (event: KeyboardEvent): void =>
    moveInRow(event, Array.from(this.querySelectorAll<HTMLElement>('[role=tab]')), false);

  private readonly choose = (contact: Contact | undefined): void => {
    this.contact = contact;
  };
}
