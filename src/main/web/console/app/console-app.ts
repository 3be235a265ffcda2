import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Action, ExecutionResult, InputValues, ToastType } from '../../embed/contract';
import { serviceUrl } from '../../embed/service-url';
import { ActionsApi } from '../api/actions-api';
import { ApiClient } from '../api/api-client';
import type { CustomAction } from '../api/contract';
import { sentenceOf } from '../api/failure';
import type { ActionPage, ConsoleServices } from '../editor/action-page';
import type { MergeDialog } from '../editor/merge-dialog';
import type { Decide } from '../editor/saving';
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
import { routeOfClick } from './links';
import { Navigation } from './navigation';
import { Outage } from './outage';
import { PageKeys } from './page-keys';
import { Revocable } from './revocable';
import { outageBanner, placeholder } from './state-view';
import { UsageWatch } from './usage-watch';
import { titleOf } from './page-title';
import { Who } from './who';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const LEAVE: Question = {
  title: words.app.leaveTitle,
  text: words.app.leaveText,
  go: words.app.leave,
  stay: words.app.stay,
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
  private readonly usage = new UsageWatch(
    this,
    () => this.api,
    () => this.catalog.isManager === true,
  );
  private readonly revocable = new Revocable(this.api, this.catalog, () => this.notices);
  private readonly keys = new PageKeys();
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
    this.addEventListener('click', this.followLink);
    void this.catalog.load();
    void this.who.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.catchUp);
    this.removeEventListener('click', this.followLink);
  }

  saved(action: CustomAction, notice = words.common.saved): void {
    const isNew = !this.catalog.find(action.id);
    this.catalog.put(action);
    this.notify('success', isNew ? fill(words.app.created, { name: action.name }) : notice);
    if (isNew) {
      this.keys.keep(action.id);
      this.navigation.replaceBy({ page: 'action', id: action.id, tab: 'settings' });
      // What it took the place of may be deleted.
      void this.catalog.load();
    }
  }

  async delete(action: CustomAction): Promise<void> {
    const goes = await this.ask({
      title: fill(words.app.deleteTitle, { name: action.name }),
      text: words.app.deleteText,
      go: words.common.delete,
      stay: words.common.keep,
    });
    if (!goes) {
      return;
    }
    if (await this.revocable.remove(action)) {
      this.navigation.replaceBy({ page: 'list' });
      this.querySelector<ActionListPanel>('console-action-list')?.focusSearch();
    }
  }

  restore(id: string): Promise<boolean> {
    return this.revocable.restore(id);
  }

  toggle(action: CustomAction): Promise<void> {
    return this.revocable.toggle(action);
  }

  readonly decide: Decide = (conflicts, others) =>
    this.querySelector<MergeDialog>('console-merge-dialog')?.ask(conflicts, others) ?? Promise.resolve(undefined);

  leave(): void {
    void this.navigation.go({ page: 'list' });
  }

  settle(route: Route): void {
    this.navigation.replaceBy(route);
  }

  openTab(tab: Tab): void {
    const { route } = this.navigation;
    if (route.page === 'action') {
      // Whom a link wanted it tried on is over with that link.
      void this.navigation.go({ ...route, tab, contact: undefined });
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
      <console-merge-dialog></console-merge-dialog>
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
    return [this.list(actions), detail(this.navigation.route, this.catalog, this, this.keys)];
  }

  private list(actions: readonly CustomAction[]): unknown {
    const { route } = this.navigation;
    return html`<console-action-list
      class="panel list-panel"
      .actions=${actions}
      .page=${route.page}
      .usage=${this.usage.byAction}
      .selected=${route.page === 'action' ? route.id : undefined}
      .isReadOnly=${!this.catalog.isManager}
      .open=${this.openAction}
      .go=${this.go}
      .reorder=${(ids: readonly string[]) => void this.revocable.reorder(ids)}
    ></console-action-list>`;
  }

  private readonly openAction = (id: string): void => this.go({ page: 'action', id, tab: 'settings' });

  readonly go = (route: Route): void => void this.navigation.go(route);

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
      title: words.app.otherTitle,
      text: name ? fill(words.app.otherNamed, { name }) : words.app.otherToken,
      go: words.common.signIn,
      stay: words.app.otherStay,
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

  private readonly followLink = (event: MouseEvent): void => {
    const route = routeOfClick(event);
    if (route) {
      void this.navigation.go(route);
    }
  };

  readonly ask = (question: Question): Promise<boolean> =>
    this.querySelector<ConfirmDialog>('console-confirm-dialog')?.ask(question) ?? Promise.resolve(true);

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
