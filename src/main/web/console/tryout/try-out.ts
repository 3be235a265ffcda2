import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Action, ExecutionResult, InputValues } from '../../embed/contract';
import { type Run, Runs } from '../../embed/runs';
import type { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { Contact, CustomAction } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import { failureIcon, successIcon } from '../ui/icons';
import { pretty } from '../ui/json-text';
import { PlainElement } from '../ui/plain-element';
import { scriptData } from '../ui/script-data';
import { textPart } from '../ui/text-part';
import { words } from '../words/spoken';
import { tryFields } from './try-fields';

/** Runs an action for a contact, as a click of an agent does. */
export class TryOut extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) action!: CustomAction;
  @property({ attribute: false }) contact: Contact | undefined;
  @property({ attribute: false }) chooseContact: (contact: Contact | undefined) => void = () => {};
  /** Does what the answer asks for: notice, clipboard, page. */
  @property({ attribute: false }) apply: (result: ExecutionResult, isWanted: () => boolean) => Promise<void> =
    async () => {};

  /** Asks what an agent is asked first; undefined if it shall not run. */
  @property({ attribute: false }) ask: (action: Action) => Promise<InputValues | undefined> = () => Promise.resolve({});

  @state() private result: ExecutionResult | undefined;
  @state() private error: ServiceError | undefined;

  private readonly runs = new Runs(this, () => (this.isConnected ? this.contact?.id : undefined));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contact')) {
      this.result = undefined;
      this.error = undefined;
    }
  }

  protected override render(): unknown {
    const isRunning = this.runs.isRunning(this.action.id);
    const isReady = this.contact !== undefined && this.action.is_active;
    return html`<section class="try" aria-label=${words.common.tryIt}>
      <p class="lead">${words.tryout.lead}</p>
      ${this.action.is_active ? nothing : html`<p class="hint">${words.tryout.inactive}</p>`}
      ${tryFields({
        api: this.api,
        contact: this.contact,
        chooseContact: this.chooseContact,
        isReady,
        isRunning,
        run: () => void this.run(),
      })}
      <div role="status" data-outcome>${this.outcome()}</div>
    </section>`;
  }

  private outcome(): unknown {
    if (this.error) {
      return html`<p class="outcome bad">${failureIcon()}<span>${sentenceOf(this.error)}</span></p>`;
    }
    if (!this.result) {
      return nothing;
    }
    const { success, message, clipboard, redirect_url, data } = this.result;
    return html`<p class="outcome ${success ? 'good' : 'bad'}">
        ${success ? successIcon() : failureIcon()}<span>${message}</span>
      </p>
      ${redirect_url ? html`<p class="hint">${words.common.openedPage}</p>` : nothing}
      ${clipboard === undefined ? nothing : textPart(words.common.clipboard, clipboard)} ${this.data(data)}`;
  }

  /** Of a script, what it did; its code and its context are known. */
  private data(data: unknown): unknown {
    if (data === undefined) {
      return nothing;
    }
    return this.action.action_type === 'javascript' ? scriptData(data) : textPart(words.common.data, pretty(data));
  }

  private async run(): Promise<void> {
    const inputs = await this.ask(this.action);
    const run = inputs && this.runs.begin(this.action.id, Object.keys(inputs).length > 0 ? { inputs } : {});
    if (!run) {
      return;
    }
    this.result = undefined;
    this.error = undefined;
    try {
      const result = await this.api.execute(run.actionId, run.contactId, run.key, run.sent);
      if (this.runs.isWanted(run)) {
        this.result = result;
        await this.apply(this.besideThisPage(result), () => this.runs.isWanted(run));
      }
      this.runs.end(run, false);
    } catch (error) {
      this.fail(run, asServiceError(error));
    }
  }

  /**
   * A page opens in a new tab, so that this one stays. A telephone number or the like opens none, and would leave that
   * tab empty; the service says so by the same field, which only these configs use for pages too.
   */
  private besideThisPage(result: ExecutionResult): ExecutionResult {
    const { action } = this;
    const mayBePage =
      action.action_type === 'javascript' || (action.action_type === 'url' && action.config.open_in_new_tab === false);
    return mayBePage ? { ...result, open_in_new_tab: true } : result;
  }

  private fail(run: Run, error: ServiceError): void {
    if (this.runs.isWanted(run)) {
      this.error = error;
    }
    this.runs.end(run, error.isOutcomeUnknown);
  }
}
