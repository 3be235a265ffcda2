import { LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ServiceError } from '../shared/service-error';
import { ActionList, type ListState } from './action-list';
import { advise, ContactAdvice } from './advice';
import { ApiClient } from './api-client';
import { ButtonRow } from './button-row';
import { Clicks } from './clicks';
import type { ExecutionResult, InputValues, PageContext, Sent, ToastType } from './contract';
import { Credentials, type TokenSource } from './credentials';
import { noticeOf, publicEvent } from './events';
import { frame } from './frame';
import { Language } from './language';
import { PAGE_CONTEXT } from './page-context';
import { Pending } from './pending';
import { Prompt } from './prompt';
import { serviceUrl } from './service-url';
import { adopt } from './sheets';
import { empty, failed, loading, sentence } from './state-view';
import { styles } from './styles';
import type { Extras } from './toast';
import { Toasts } from './toasts';
import { type GivenLabels, type Labels, replaced } from './words/labels';

/** Properties after whose change the service is called in another way. */
const CONNECTION = ['baseUrl', 'token', 'csrfCookie', 'csrfHeader'] as const;

/** `<custom-actions>`: the buttons of an organization, each run for one contact. */
export class CustomActionsElement extends LitElement {
  static override readonly styles = styles;

  /** The contact that actions run for. Without one, nothing is shown. */
  @property({ attribute: 'contact-id' }) contactId = '';

  /** URL of the service, relative to the page; by default, where this module was loaded from. */
  @property({ attribute: 'base-url' }) baseUrl = '';

  /** A token of the agent. Never an attribute, where every script of the page and every copy of its HTML has it. */
  @property({ attribute: false }) token: string | undefined;

  /** Gets a token; called again when the service refuses the last one. */
  @property({ attribute: false }) getToken: TokenSource | undefined;

  /** Name of the cookie that the service checks changes by, where the page is signed in by a cookie. */
  @property({ attribute: 'csrf-cookie' }) csrfCookie = '';

  /** Name of the header that repeats it. */
  @property({ attribute: 'csrf-header' }) csrfHeader = 'X-CSRF-Token';

  /** What the page hands over with each click, as JSON in the attribute: up to 16 KiB. */
  @property({ attribute: 'context', converter: PAGE_CONTEXT }) context: PageContext | undefined;

  /** Texts that replace those of the page's language. */
  @property({ attribute: false }) labels: GivenLabels = {};

  /** `off` where the page shows notices itself, which it is told of by `action-notice`. */
  @property() notify: 'on' | 'off' = 'on';

  private readonly language = new Language(this);
  private readonly list = new ActionList(this, (state, contactId) => this.tellOfList(state, contactId));
  private readonly toasts = new Toasts(this);
  private readonly prompt = new Prompt(this);
  private readonly pending = new Pending(this, () => this.client);
  private readonly clicks = new Clicks(this, this.toasts, this.prompt, this.pending);
  private readonly row = new ButtonRow(this, {
    isRunning: (id) => this.clicks.isRunning(id),
    run: (id) => void this.execute(id),
  });
  private credentials = new Credentials(undefined, undefined);
  /** Whether the focus is wanted and there was nothing to have it. */
  private isFocusWanted = false;
  private client: ApiClient | undefined;

  constructor() {
    super();
    this.addController(new ContactAdvice(this));
  }

  /** All texts of the element. */
  get words(): Labels {
    return replaced(this.language.words, this.labels ?? {});
  }

  /** Loads the actions again. */
  async refresh(): Promise<void> {
    await this.updateComplete;
    if (this.client && this.contactId) {
      await this.list.load(this.client, this.contactId);
    }
  }

  /**
   * Runs an action like a click on its button.
   *
   * @param inputs what the agent has filled in already; without them, the element asks
   * @returns the service's answer; undefined if the action is already running, if no contact is shown, if the agent does not
   *     want to, or if the call failed, which `action-failed` reports
   */
  async execute(actionId: string, inputs?: InputValues): Promise<ExecutionResult | undefined> {
    await this.updateComplete;
    const { client, contactId } = this;
    // The buttons of the contact before may still be there; what they ask is about that one.
    await this.list.settled;
    if (!client || !contactId || contactId !== this.contactId || this.clicks.isRunning(actionId)) {
      return undefined;
    }
    const action = this.list.find(actionId) ?? { id: actionId, name: '', icon: '' };
    const values = inputs ?? (await this.clicks.ask(action));
    return values && this.clicks.carryOut(client, action, this.sent(values));
  }

  private sent(inputs: InputValues): Sent {
    return {
      ...(Object.keys(inputs).length > 0 ? { inputs } : {}),
      ...(this.context ? { context: this.context } : {}),
    };
  }

  /** Focuses the button that the Tab key reaches, as soon as the buttons are there. */
  override focus(options?: FocusOptions): void {
    this.takeFocus(options);
    this.isFocusWanted = !this.matches(':focus-within');
  }

  takeFocus(options?: FocusOptions): void {
    this.row.focus(options);
    this.renderRoot?.querySelector<HTMLElement>('.failure .button')?.focus(options);
  }

  isToldOtherwise(type: ToastType, message: string, extras: Extras): boolean {
    // That it takes long is no news to a page, which knows when it began.
    const isShown =
      extras.isLasting || this.dispatchEvent(publicEvent('action-notice', noticeOf(type, message, extras, this)));
    return this.notify === 'off' || !isShown;
  }

  /** A page moves the element into another document, such as that of a window it has opened. */
  adoptedCallback(): void {
    adopt(this.renderRoot as ShadowRoot, this.ownerDocument);
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      void this.refresh();
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contactId')) {
      this.toasts.clear();
      this.prompt.leave();
    }
    if (!this.client || CONNECTION.some((name) => changed.has(name)) || this.isTokenSourceNew(changed)) {
      this.connect();
      return;
    }
    if (changed.has('getToken') && this.getToken) {
      this.credentials.askInstead(this.getToken);
    }
    if (changed.has('contactId')) {
      this.show(this.client);
    }
  }

  /** Frameworks make a function anew with each rendering, which is no reason to load anything. */
  private isTokenSourceNew(changed: PropertyValues<this>): boolean {
    return changed.has('getToken') && !(this.getToken && changed.get('getToken'));
  }

  protected override updated(): void {
    const { phase } = this.list.state;
    if (this.isFocusWanted && (phase === 'ready' || phase === 'failed')) {
      this.isFocusWanted = false;
      const focused = this.ownerDocument.activeElement;
      if (!focused || focused === this.ownerDocument.body) {
        this.takeFocus();
      }
    }
  }

  protected override render(): unknown {
    return frame([this.content(), this.prompt.render()], this.language.direction);
  }

  private content(): unknown {
    const { state } = this.list;
    switch (state.phase) {
      case 'idle':
        return nothing;
      case 'loading':
        return loading(this.words);
      case 'failed':
        return failed(state.error, this.words, () => void this.refresh());
      case 'ready':
        return state.actions.length === 0 ? empty(this.words) : this.row.render(state.actions);
    }
  }

  /** To the service that the properties name, with what they say of the agent. */
  private connect(): void {
    try {
      const csrf = this.csrfCookie ? { cookie: this.csrfCookie, header: this.csrfHeader } : undefined;
      this.credentials = new Credentials(this.token, this.getToken, csrf);
      this.client = new ApiClient(serviceUrl(this.baseUrl), this.credentials);
      this.show(this.client);
    } catch (error) {
      if (!(error instanceof TypeError)) {
        throw error;
      }
      this.client = undefined;
      advise(`"base-url" is no HTTP address: ${this.baseUrl}`);
      this.list.fail(new ServiceError('unexpected', { message: this.words.badAddress }));
    }
  }

  private show(client: ApiClient): void {
    if (this.contactId) {
      void this.list.load(client, this.contactId);
    } else {
      this.list.clear();
    }
  }

  private tellOfList(state: ListState, contactId: string): void {
    if (state.phase === 'ready') {
      const actions = state.actions.map(({ id, name, icon }) => ({ id, name, icon }));
      this.dispatchEvent(publicEvent('actions-loaded', { contactId, actions }));
    } else if (state.phase === 'failed') {
      const message = sentence(state.error, this.words);
      this.dispatchEvent(publicEvent('load-failed', { contactId, message, error: state.error }));
    }
  }
}
