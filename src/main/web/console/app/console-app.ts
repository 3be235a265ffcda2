import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Action, ExecutionResult, InputValues, ToastType } from '../../embed/contract';
import { serviceUrl } from '../../embed/service-url';
import { ActionsApi } from '../api/actions-api';
import { ApiClient } from '../api/api-client';
import type { CustomAction } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import type { ActionPage, ConsoleServices } from '../editor/action-page';
import type { CommandPalette } from '../palette/command-palette';
import type { ShortcutHelp } from '../palette/shortcut-help';
import { Shortcuts } from '../palette/shortcuts';
import type { ActionListPanel } from '../list/action-list-panel';
import { Session } from '../session/session';
import { nameIn } from '../session/token-text';
import type { SecretsPage } from '../secrets/secrets-page';
import type { ConfirmDialog, Question } from '../ui/confirm-dialog';
import type { ConsoleNotices } from '../ui/notices';
import { PlainElement } from '../ui/plain-element';
import type { Route, Tab } from '../ui/route';
import { trouble } from '../ui/trouble';
import { bar } from './bar-view';
import { Catalog } from './catalog';
import { commandsFor } from './command-list';
import { detail } from './detail-view';
import { Navigation } from './navigation';
import { Outage } from './outage';
import { titleOf } from './page-title';
import { outageBanner, placeholder } from './state-view';
import { Who } from './who';

const LEAVE: Question = {
  title: 'Leave without saving?',
  text: 'Your unsaved changes will be lost.',
  go: 'Leave',
  stay: 'Stay',
};

/** The whole page: list, action, dialogs and notices. */
export class ConsoleApp extends PlainElement implements ConsoleServices {
  /** Address of tokens to try the service with; empty where there are none. */
  @property({ attribute: 'demo-token' }) demoToken = '';

  /** Address of the chat product's sign-in; empty where there is none. */
  @property({ attribute: 'sign-in-url' }) signInUrl = '';

  private readonly session = new Session(
    () => this.signedInOrOut(),
    (token) => void this.offer(token),
  );
  private readonly outage = new Outage(this, () => void this.catalog.load());
  private readonly navigation = new Navigation(
    this,
    () => this.isDirty,
    () => this.ask(LEAVE),
  );
  readonly api = new ActionsApi(new ApiClient(serviceUrl('..'), this.session, this.outage));
  private readonly catalog = new Catalog(this, this.api);
  private readonly who = new Who(this, this.api);
  private readonly commands = () =>
    commandsFor(
      this.catalog,
      this.go,
      () => this.help?.open(),
      () => void this.signOut(),
    );

  constructor() {
    super();
    this.addController(
      new Shortcuts({
        search: () => void this.searchActions(),
        create: () => (this.catalog.isManager ? this.go({ page: 'new' }) : undefined),
        save: () => this.querySelector<HTMLElement>('[data-save]')?.click(),
        commands: () => void this.palette?.open(),
        help: () => this.help?.open(),
      }),
    );
  }

  override connectedCallback(): void {
    // What the page shows until its script is there.
    this.replaceChildren();
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.catchUp);
    void this.catalog.load();
    void this.who.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.catchUp);
  }

  saved(action: CustomAction): void {
    const isNew = !this.catalog.find(action.id);
    this.catalog.put(action);
    this.notify('success', isNew ? `${action.name} was created` : 'Saved');
    if (isNew) {
      this.navigation.replaceBy({ page: 'action', id: action.id, tab: 'settings' });
    }
  }

  async delete(action: CustomAction): Promise<void> {
    const goes = await this.ask({
      title: `Delete “${action.name}”?`,
      text: 'Its button disappears for all agents. Its history is kept.',
      go: 'Delete',
      stay: 'Keep',
    });
    if (!goes) {
      return;
    }
    try {
      await this.api.remove(action.id);
      this.catalog.remove(action.id);
      this.navigation.replaceBy({ page: 'list' });
      this.notify('success', `${action.name} was deleted`);
      this.querySelector<ActionListPanel>('console-action-list')?.focusSearch();
    } catch (error) {
      this.notify('error', sentenceOf(asServiceError(error)));
    }
  }

  leave(): void {
    void this.navigation.go({ page: 'list' });
  }

  openTab(tab: Tab): void {
    const { route } = this.navigation;
    if (route.page === 'action') {
      void this.navigation.go({ ...route, tab });
    }
  }

  notify(type: ToastType, message: string): void {
    this.notices?.show(type, message);
  }

  apply(result: ExecutionResult, isWanted: () => boolean): Promise<void> {
    return this.notices?.apply(result, this.api.service, isWanted) ?? Promise.resolve();
  }

  prompt(action: Action): Promise<InputValues | undefined> {
    return this.notices?.ask(action) ?? Promise.resolve({});
  }

  protected override render(): unknown {
    const { route } = this.navigation;
    return html`${bar({
        session: this.session,
        me: this.who.me,
        isManager: this.catalog.isManager,
        openCommands: () => void this.palette?.open(),
        signOut: () => void this.signOut(),
      })}
      ${this.outage.error ? outageBanner(this.outage.error, this.outage.retryNow) : nothing}
      <main class="columns" data-page=${route.page}>${this.content()}</main>
      <console-sign-in
        .session=${this.session}
        .sessionState=${this.session.state}
        .demoAddress=${this.demoToken}
        .signInAddress=${this.signInUrl}
      ></console-sign-in>
      <console-command-palette .commands=${this.commands}></console-command-palette>
      <console-shortcut-help></console-shortcut-help>
      <console-confirm-dialog></console-confirm-dialog>
      <console-notices></console-notices>`;
  }

  protected override updated(): void {
    document.title = titleOf(this.navigation.route, (id) => this.catalog.find(id)?.name);
  }

  private content(): unknown {
    const { actions, error } = this.catalog;
    if (!actions) {
      return error && !error.isOutage
        ? trouble(sentenceOf(error), () => void this.catalog.load())
        : placeholder(this.session.state);
    }
    return [this.list(actions), detail(this.navigation.route, this.catalog, this)];
  }

  private list(actions: readonly CustomAction[]): unknown {
    const { route } = this.navigation;
    return html`<console-action-list
      class="panel list-panel"
      .actions=${actions}
      .selected=${route.page === 'action' ? route.id : undefined}
      .isReadOnly=${!this.catalog.isManager}
      .open=${this.openAction}
      .go=${this.go}
      .reorder=${this.reorder}
    ></console-action-list>`;
  }

  private readonly openAction = (id: string): void => this.go({ page: 'action', id, tab: 'settings' });

  readonly go = (route: Route): void => void this.navigation.go(route);

  private readonly reorder = async (ids: readonly string[]): Promise<void> => {
    try {
      await this.catalog.order(ids);
    } catch (error) {
      this.notify('error', sentenceOf(asServiceError(error)));
      void this.catalog.load();
    }
  };

  private async signOut(): Promise<void> {
    if (!this.isDirty || (await this.ask(LEAVE))) {
      this.session.signOut();
    }
  }

  private async offer(token: string): Promise<void> {
    // Until then nothing can be asked.
    await this.updateComplete;
    const name = nameIn(token);
    const goes = await this.ask({
      title: 'Sign in as somebody else?',
      text: `The link you opened would sign you in ${name ? `as ${name}` : 'with another token'}. You are signed in already.`,
      go: 'Sign in',
      stay: 'Stay signed in',
    });
    if (goes) {
      this.session.signOut();
      this.session.signIn(token);
    }
  }

  private signedInOrOut(): void {
    const { state } = this.session;
    if (state !== 'in') {
      this.catalog.doubtRole();
    }
    if (state === 'out') {
      this.catalog.clear();
      this.who.forget();
    }
    if (state !== 'over') {
      void this.catalog.load();
      void this.who.read();
    }
    this.requestUpdate();
  }

  /** Others may have changed something while another tab was looked at. */
  private readonly catchUp = (): void => {
    if (document.visibilityState === 'visible' && this.session.state === 'in') {
      void this.catalog.load();
    }
  };

  ask(question: Question): Promise<boolean> {
    return this.querySelector<ConfirmDialog>('console-confirm-dialog')?.ask(question) ?? Promise.resolve(true);
  }

  private get isDirty(): boolean {
    return this.page?.isDirty ?? this.querySelector<SecretsPage>('console-secrets')?.isDirty ?? false;
  }

  private get page(): ActionPage | null {
    return this.querySelector<ActionPage>('console-action-page');
  }

  /** On a narrow window the list is a page of its own. */
  private async searchActions(): Promise<void> {
    const list = () => this.querySelector<ActionListPanel>('console-action-list');
    if (list()?.checkVisibility() === false) {
      await this.navigation.go({ page: 'list' });
      await this.updateComplete;
    }
    list()?.focusSearch();
  }

  private get palette(): CommandPalette | null {
    return this.querySelector<CommandPalette>('console-command-palette');
  }

  private get help(): ShortcutHelp | null {
    return this.querySelector<ShortcutHelp>('console-shortcut-help');
  }

  private get notices(): ConsoleNotices | null {
    return this.querySelector<ConsoleNotices>('console-notices');
  }
}
