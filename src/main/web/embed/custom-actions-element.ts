import { LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ServiceError } from '../shared/service-error';
import { ActionList } from './action-list';
import { ApiClient } from './api-client';
import { ButtonRow } from './button-row';
import { Clicks } from './clicks';
import type { ExecutionResult, InputValues, PageContext, Sent } from './contract';
import { Credentials, type TokenSource } from './credentials';
import { ENGLISH, type Labels } from './labels';
import { PAGE_CONTEXT } from './page-context';
import { Prompt } from './prompt';
import { serviceUrl } from './service-url';
import { empty, failed, loading } from './state-view';
import { styles } from './styles';
import { notices } from './toast-view';
import { Toasts } from './toasts';

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

  /** Texts that replace the English ones. */
  @property({ attribute: false }) labels: Partial<Labels> = {};

  private readonly list = new ActionList(this);
  private readonly toasts = new Toasts(this);
  private readonly prompt = new Prompt(this);
  private readonly clicks = new Clicks(this, this.toasts, this.prompt);
  private readonly row = new ButtonRow(this, {
    isRunning: (id) => this.clicks.isRunning(id),
    run: (id) => void this.execute(id),
  });
  private credentials = new Credentials(undefined, undefined);
  private client: ApiClient | undefined;

  /** All texts of the element. */
  get words(): Labels {
    return { ...ENGLISH, ...this.labels };
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
    const values = inputs ?? (await this.prompt.ask(action));
    return values && this.clicks.carryOut(client, action, this.sent(values));
  }

  private sent(inputs: InputValues): Sent {
    return {
      ...(Object.keys(inputs).length > 0 ? { inputs } : {}),
      ...(this.context ? { context: this.context } : {}),
    };
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

  protected override render(): unknown {
    // The button that had the focus is gone with its notice.
    return [
      this.content(),
      this.prompt.render(),
      notices(this.toasts, this.words, this.renderRoot, () => this.row.focus()),
    ];
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
}
