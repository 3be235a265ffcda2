import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Action, ExecutionResult, InputValues, Sent } from '../../embed/contract';
import type { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { Contact, PreviewSample, ResultPreview, TrialResult } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import { configOf, type Draft } from '../editor/draft';
import { secretsToStore } from '../editor/new-secrets';
import { inputOf } from '../editor/terms-draft';
import { failureIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { jsonOf, sampleOf } from './answer';
import { contextIn } from './page-context';
import { trialOutcome } from './trial-view';
import { filled } from '../words/fill';
import { words } from '../words/spoken';
import { tryFields } from '../tryout/try-fields';

/** Runs what a form holds for a contact, once and for real, and shows what was sent and answered. */
export class TrialPane extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) draft!: Draft;
  /** Whose stored secrets are meant, and whether they are of the draft's type. */
  @property({ attribute: false }) saved: { readonly id: string; readonly action_type: string } | undefined;
  @property({ attribute: false }) contact: Contact | undefined;
  @property({ attribute: false }) chooseContact: (contact: Contact | undefined) => void = () => {};
  /** Does what the answer asks for: notice, clipboard, page. */
  @property({ attribute: false }) apply: (result: ExecutionResult, isWanted: () => boolean) => Promise<void> =
    async () => {};

  /** Asks what an agent is asked first; undefined if it shall not run. */
  @property({ attribute: false }) ask: (action: Action) => Promise<InputValues | undefined> = () => Promise.resolve({});
  /** Stores the new secrets that a draft uses. */
  @property({ attribute: false }) storeSecrets: (draft: Draft) => Promise<void> = async () => {};
  /** Takes what previews can be made with now. */
  @property({ attribute: false }) answered: (sample: PreviewSample) => void = () => {};
  /** Takes a part of the answer that somebody wants to use. */
  @property({ attribute: false }) insert: (path: string, value: unknown) => void = () => {};
  /** What an agent would see of the last answer by the draft as it is now. */
  @property({ attribute: false }) shown: ResultPreview | undefined;

  @state() private context = '';
  @state() private complaint = '';
  @state() private isRunning = false;
  @state() private result: TrialResult | undefined;
  @state() private error: ServiceError | undefined;

  /** What runs for another contact is not wanted any more. */
  private runs = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contact') && this.hasUpdated) {
      this.runs++;
      this.isRunning = false;
      this.result = undefined;
      this.error = undefined;
    }
  }

  protected override render(): unknown {
    const { isRunning, draft } = this;
    const isStoring = secretsToStore(draft.newSecrets, configOf(draft, 'text').config).length > 0;
    return html`<section class="try" aria-label=${words.common.tryIt}>
      <p class="lead">${words.trial.lead}</p>
      ${isStoring ? html`<p class="hint">${words.trial.secretsFirst}</p>` : nothing}
      ${tryFields({
        api: this.api,
        contact: this.contact,
        chooseContact: this.chooseContact,
        isReady: this.contact !== undefined,
        isRunning,
        run: () => void this.run(),
      })}
      ${this.contextField()}
      <div role="status" data-outcome>${this.outcome()}</div>
    </section>`;
  }

  private contextField(): unknown {
    return html`<details class="fold-plain" data-context-fold>
      <summary>${words.trial.context}</summary>
      <div class="field">
        <textarea
          class="input code"
          rows="3"
          spellcheck="false"
          aria-label=${words.trial.context}
          aria-invalid=${this.complaint ? 'true' : nothing}
          aria-describedby="trial-context-hint"
          placeholder='{"conversation": "42"}'
          data-context
          .value=${this.context}
          @input=${this.typed}
        ></textarea>
        ${this.complaint ? html`<p class="error">${this.complaint}</p>` : nothing}
        <p class="hint" id="trial-context-hint">
          ${filled(words.trial.contextHint, { example: html`<code>{{context.conversation}}</code>` })}
        </p>
      </div>
    </details>`;
  }

  private outcome(): unknown {
    if (this.error) {
      const { error } = this;
      const more = error.fields.map(({ message }) => message).filter((message) => message !== sentenceOf(error));
      return html`<p class="outcome bad">${failureIcon()}<span>${sentenceOf(error)}</span></p>
        ${more.map((message) => html`<p class="hint">${message}</p>`)}
        ${error.isOutcomeUnknown ? html`<p class="hint">${words.trial.mayHaveRun}</p>` : nothing}`;
    }
    return this.result
      ? trialOutcome({ type: this.draft.type, result: this.result, shown: this.shown, insert: this.insert })
      : nothing;
  }

  private readonly typed = (event: Event): void => {
    this.context = (event.target as HTMLTextAreaElement).value;
    this.complaint = '';
  };

  private async run(): Promise<void> {
    const { draft, contact } = this;
    const read = contextIn(this.context);
    this.complaint = 'complaint' in read ? read.complaint : '';
    if ('complaint' in read) {
      this.querySelector('[data-context-fold]')?.setAttribute('open', '');
      return;
    }
    if (!contact || this.isRunning) {
      return;
    }
    const inputs = await this.ask(asked(draft));
    if (!inputs) {
      return;
    }
    const run = ++this.runs;
    const isWanted = () => run === this.runs && this.isConnected;
    this.isRunning = true;
    this.result = undefined;
    this.error = undefined;
    try {
      const sent: Sent = { ...(Object.keys(inputs).length > 0 ? { inputs } : {}), ...read };
      const result = await this.send(draft, contact, sent);
      if (isWanted()) {
        this.result = result;
        this.answered({ ...sent, response: sampleOf(jsonOf(result)) });
        await this.apply(besideThisPage(draft, result), isWanted);
      }
    } catch (error) {
      this.error = isWanted() ? asServiceError(error) : this.error;
    } finally {
      this.isRunning = isWanted() ? false : this.isRunning;
    }
  }

  private async send(draft: Draft, contact: Contact, sent: Sent): Promise<TrialResult> {
    await this.storeSecrets(draft);
    const { saved } = this;
    const isOfType = saved?.action_type === draft.type;
    return this.api.try({
      ...configOf(draft, isOfType ? 'mask' : 'text'),
      ...(saved ? { id: saved.id } : {}),
      contact_id: contact.id,
      ...sent,
    });
  }
}

/** The action that an agent would be asked about. */
function asked({ name, icon, terms }: Draft): Action {
  return { id: '', name, icon, inputs: terms.inputs.map(inputOf), confirmation: terms.confirmation.trim() };
}

/** A page opens in a new tab, so that this one stays; a telephone number or the like opens none. */
function besideThisPage({ type, url }: Draft, result: TrialResult): ExecutionResult {
  const mayBePage = type === 'javascript' || (type === 'url' && !url.openInNewTab);
  return mayBePage ? { ...result, open_in_new_tab: true } : result;
}
