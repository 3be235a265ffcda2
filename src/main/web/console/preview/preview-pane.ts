import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { Contact, PreviewSample, ResultPreview, TypedConfig } from '../api/contract';
import { sentenceOf } from '../api/failure';
import { canonical } from '../editor/canonical';
import { configOf, type Draft } from '../editor/draft';
import { withoutNewSecrets } from '../editor/new-secrets';
import { errorsOf, type FieldErrors, type FieldWarnings, NO_ERRORS, spelled, warningsOf } from '../ui/field-errors';
import { closeIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { preview, type PreviewResult } from './preview-view';
import { words } from '../words/spoken';

/** Milliseconds without a change after which the service is asked. */
const PAUSE = 500;

/** What the action would do as it is typed, by the service's own judgment. */
export class PreviewPane extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) draft!: Draft;
  /** Undefined for a sample. */
  @property({ attribute: false }) contact: Contact | undefined;
  @property({ attribute: false }) chooseContact: (contact: Contact | undefined) => void = () => {};
  /** What was filled in and answered the last time. */
  @property({ attribute: false }) sample: PreviewSample | undefined;
  /** What stands beside its field already, and is not said here again. */
  @property({ attribute: false }) shown: FieldErrors = NO_ERRORS;
  /** Closes it where it is a sheet. */
  @property({ attribute: false }) hide: () => void = () => {};
  /** Takes what the service has to complain of, and what it warns of. */
  @property({ attribute: false }) complained: (errors: FieldErrors, warnings: FieldWarnings) => void = () => {};

  /** Takes what an agent would see of the last answer. */
  @property({ attribute: false }) told: (result: ResultPreview | undefined) => void = () => {};

  @state() private result: PreviewResult | undefined;
  @state() private error: ServiceError | undefined;
  @state() private isAsking = false;
  @state() private areHeadersShown = false;

  private asked = '';
  private timer: number | undefined;
  private call: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel();
    this.asked = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft') || changed.has('contact') || changed.has('sample')) {
      this.follow();
    }
  }

  protected override render(): unknown {
    return html`<section class="preview" aria-label=${words.common.preview}>
      <div class="preview-head">
        <h3 class="section-title">${words.common.preview}</h3>
        <span class="preview-state" role="status">${this.isAsking ? words.preview.updating : nothing}</span>
        <button class="icon-button preview-hide" type="button" aria-label=${words.preview.hide} @click=${this.hide}>
          ${closeIcon()}
        </button>
      </div>
      <console-contact-picker
        label=${words.preview.for}
        placeholder=${words.preview.sample}
        .api=${this.api}
        .contact=${this.contact}
        .choose=${this.chooseContact}
      ></console-contact-picker>
      <div class="preview-content" aria-busy=${this.isAsking ? 'true' : 'false'}>${this.content()}</div>
    </section>`;
  }

  private content(): unknown {
    if (!isFilled(this.draft)) {
      return html`<p class="hint">${words.preview.empty}</p>`;
    }
    if (this.error) {
      return this.complaints(this.error);
    }
    return this.result
      ? preview(this.result, this.areHeadersShown, () => (this.areHeadersShown = !this.areHeadersShown))
      : nothing;
  }

  private complaints(error: ServiceError): unknown {
    const further = error.fields.filter(({ field }) => !this.shown.has(field)).map(({ message }) => spelled(message));
    const messages = error.fields.length > 0 ? further : [sentenceOf(error)];
    return messages.length === 0
      ? html`<p class="hint">${words.preview.missing}</p>`
      : html`<div class="complaints">
          <p>${words.preview.noneYet}</p>
          <ul>
            ${messages.map((message) => html`<li>${message}</li>`)}
          </ul>
        </div>`;
  }

  /** Asks again where what the service would be asked differs from the last time. */
  private follow(): void {
    const question = canonical([previewed(this.draft), this.contact?.id, this.usedSample]);
    if (question === this.asked) {
      return;
    }
    this.asked = question;
    this.cancel();
    if (isFilled(this.draft)) {
      this.isAsking = true;
      this.timer = window.setTimeout(() => void this.ask(), PAUSE);
    }
  }

  /** Only a webhook is answered. */
  private get usedSample(): PreviewSample {
    const { response, ...sent } = this.sample ?? {};
    return (response ?? undefined) === undefined || this.draft.type !== 'webhook' ? sent : { ...sent, response };
  }

  private async ask(): Promise<void> {
    const call = new AbortController();
    this.call = call;
    const typed = previewed(this.draft);
    try {
      const answer = await this.api.preview(typed, this.contact?.id, call.signal, this.usedSample);
      this.finish(call, { type: typed.action_type, answer } as PreviewResult, undefined);
    } catch (error) {
      if (error instanceof ServiceError) {
        this.finish(call, undefined, error);
      } else if (!call.signal.aborted) {
        throw error;
      }
    }
  }

  private finish(call: AbortController, result: PreviewResult | undefined, error: ServiceError | undefined): void {
    if (!call.signal.aborted) {
      this.isAsking = false;
      this.result = result;
      this.error = error;
      this.told(result?.type === 'webhook' ? result.answer.result : undefined);
      const told = result?.answer.warnings ?? [];
      this.complained(
        errorsOf(error?.fields ?? told.filter(({ is_error }) => is_error)),
        warningsOf(told.filter(({ is_error }) => !is_error)),
      );
    }
  }

  private cancel(): void {
    window.clearTimeout(this.timer);
    this.call?.abort();
    this.isAsking = false;
  }
}

/** What the service is asked: it does not have the secrets yet that are stored with the action. */
function previewed(draft: Draft): TypedConfig {
  return withoutNewSecrets(configOf(draft, 'text'), draft.newSecrets);
}

function isFilled(draft: Draft): boolean {
  const { webhook, url, javascript } = draft;
  return { webhook: webhook.url, url: url.url, javascript: javascript.code }[draft.type].trim() !== '';
}
