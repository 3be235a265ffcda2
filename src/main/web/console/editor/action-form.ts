import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Action, ExecutionResult, InputValues } from '../../embed/contract';
import type { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { Contact, CustomAction, PreviewSample, ResultPreview } from '../api/contract';
import { asServiceError, isRefusal } from '../api/failure';
import {
  errorsOf,
  type FieldErrors,
  type FieldWarnings,
  NO_ERRORS,
  NO_WARNINGS,
  warningsOf,
  without,
} from '../ui/field-errors';
import type { Version } from '../history/versions';
import { labelOf, listOf } from '../ui/field-labels';
import { showIcon, spinner } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { copyOf } from './copy-draft';
import { copyNote } from './copy-note';
import { configOf, type Draft, inputOf } from './draft';
import { DraftState } from './draft-state';
import { duplicateHeaders } from './duplicate-headers';
import { failureView } from './failure-view';
import { focusFirstError } from './form-errors';
import { generalFields } from './general-fields';
import { goneView } from './gone-view';
import { draftOfVersion, versionHint } from './version-draft';
import { insertInto, tag } from './insertion';
import { secretsToStore } from './new-secrets';
import { type Decide, type Saved, Saving } from './saving';
import type { StartingPoints } from './starting-points';
import { typeFields } from './type-fields';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const NOTICE = 'config.result.toast';
const RESULT_URL = 'config.result.url';

/** Creates an action, or changes one; shows what it would do all the while. */
export class ActionForm extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  /** Undefined for a new one. */
  @property({ attribute: false }) action: CustomAction | undefined;
  @property({ attribute: false }) isReadOnly = true;
  /** Where a new action goes. */
  @property({ attribute: false }) place = 0;
  /** What a new one is a copy of. */
  @property({ attribute: false }) copied: CustomAction | undefined;
  /** What a new one begins with: the name of a preset, `curl`, or a type. */
  @property({ attribute: false }) start = '';
  @property({ attribute: false }) contact: Contact | undefined;
  @property({ attribute: false }) chooseContact: (contact: Contact | undefined) => void = () => {};
  @property({ attribute: false }) saved: (action: CustomAction, notice?: string) => void = () => {};
  /** Somebody deleted the action. */
  @property({ attribute: false }) isDeleted = false;
  /** Takes the deletion back; whether that worked. */
  @property({ attribute: false }) restore: (id: string) => Promise<boolean> = () => Promise.resolve(false);
  @property({ attribute: false }) decide: Decide = () => Promise.resolve(undefined);

  /** Whether it is tried beside the form, in place of the preview. */
  @property({ attribute: false }) isTrying = false;
  @property({ attribute: false }) apply: (result: ExecutionResult, isWanted: () => boolean) => Promise<void> =
    async () => {};

  @property({ attribute: false }) ask: (action: Action) => Promise<InputValues | undefined> = () => Promise.resolve({});

  @state() private content = DraftState.of(undefined);
  /** What a copy lacks. */
  @state() private missing: readonly string[] = [];
  @state() private errors: FieldErrors = NO_ERRORS;
  @state() private liveErrors: FieldErrors = NO_ERRORS;
  @state() private warnings: FieldWarnings = NO_WARNINGS;
  /** Names of the organization's secrets. */
  @state() private secrets: readonly string[] = [];
  @state() private failure: ServiceError | undefined;
  @state() private isSaving = false;
  /** The service does not know the action any more. */
  @state() private isMissing = false;

  /** What previews are made with besides. */
  @state() private sample: PreviewSample | undefined;
  /** What an agent would see of the last answer. */
  @state() private shownResult: ResultPreview | undefined;
  /** Which version was loaded, as long as it is not saved. */
  @state() private version: { readonly since: string; readonly secrets: readonly string[] } | undefined;
  /** The field of the result that was edited last, by the service's name. */
  private edited = NOTICE;
  /** Where the window has no room for it beside the form. */
  @state() private isPreviewShown = false;

  /** Fields that were typed in, which alone get complaints before they are saved. */
  private touched: ReadonlySet<string> = new Set();

  /** Shows a version that was, to be saved again. */
  load(version: Version, since: string): void {
    this.become(this.content.with(draftOfVersion(version.action)));
    this.version = { since, secrets: version.secrets };
  }

  get isDirty(): boolean {
    return !this.isReadOnly && this.content.isDirty;
  }

  protected override firstUpdated(): void {
    void this.readSecrets();
    void this.readVersion();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('isDeleted')) {
      this.isMissing = this.isDeleted;
    }
    if (changed.has('action') && this.action) {
      this.content = this.content.meeting(this.action);
    } else if (changed.has('copied') && this.copied) {
      const { draft, missing } = copyOf(this.copied);
      this.content = this.content.with(draft);
      this.missing = missing;
    }
  }

  protected override render(): unknown {
    const { draft } = this.content;
    const { isReadOnly } = this;
    const errors: FieldErrors = new Map([...this.shownLiveErrors, ...this.errors]);
    const shape = `${isReadOnly ? 'single' : ''} ${this.isTrying ? 'trying' : ''} ${this.isPreviewShown ? 'with-preview' : ''}`;
    return html`<div class="form-columns ${shape}">
      <form
        class="form"
        novalidate
        aria-label=${this.action ? words.common.settings : words.common.newAction}
        @submit=${this.save}
        @console-curl=${this.curlPasted}
        @focusin=${this.noteField}
      >
        ${this.copied && !this.action ? copyNote(this.copied.name, this.missing) : nothing}
        ${generalFields({ draft, errors, isReadOnly, isNew: !this.action, change: this.change })}
        ${this.typeFields(draft, errors)} ${isReadOnly ? nothing : this.footer()}
      </form>
      ${
        isReadOnly
          ? nothing
          : html`${this.isTrying ? this.trial(draft) : nothing}<console-preview-pane
                ?hidden=${this.isTrying}
                .sample=${this.sample}
                .told=${this.told}
                .api=${this.api}
                .draft=${draft}
                .contact=${this.contact}
                .chooseContact=${this.chooseContact}
                .shown=${errors}
                .complained=${this.complained}
                .hide=${this.togglePreview}
              ></console-preview-pane>`
      }
    </div>`;
  }

  private trial(draft: Draft): unknown {
    return html`<console-trial-pane
      .api=${this.api}
      .draft=${draft}
      .saved=${this.isMissing ? undefined : this.content.original}
      .contact=${this.contact}
      .chooseContact=${this.chooseContact}
      .apply=${this.apply}
      .ask=${this.ask}
      .storeSecrets=${(used: Draft) => this.storeSecrets(used)}
      .answered=${this.answered}
      .insert=${this.insert}
      .shown=${this.shownResult}
    ></console-trial-pane>`;
  }

  private typeFields(draft: Draft, errors: FieldErrors): unknown {
    if (this.isReadOnly) {
      return html`<p class="hint">${words.editor.managersOnly}</p>`;
    }
    const { secrets, isReadOnly, change } = this;
    return [
      draft.type === 'webhook'
        ? html`<console-starting-points
            .draft=${draft}
            .secrets=${secrets}
            .isNew=${!this.action && !this.copied}
            .start=${this.start}
            .change=${change}
          ></console-starting-points>`
        : nothing,
      typeFields({ draft, errors, warnings: this.shownWarnings, secrets, isReadOnly, change }),
      html`<console-terms-fields
        .draft=${draft}
        .errors=${errors}
        .warnings=${this.shownWarnings}
        .change=${change}
      ></console-terms-fields>`,
      html`<console-new-secrets .draft=${draft} .stored=${secrets} .change=${change}></console-new-secrets>`,
    ];
  }

  private footer(): unknown {
    const isNew = !this.action;
    return html`<div class="form-footer">
      ${this.version && this.isDirty ? versionHint(this.version) : nothing}
      ${
        this.content.isOutdated
          ? html`<p class="hint">
              ${words.editor.othersChanged} ${this.content.isContested ? words.editor.youChoose : words.editor.bothKept}
            </p>`
          : nothing
      }
      <div role="alert">${this.failure ? failureView(this, this.failure, this.action !== undefined) : nothing}</div>
      ${this.isMissing ? goneView(this.isDirty, this.restoreAndSave, this.createAnew) : this.buttons(isNew)}
    </div>`;
  }

  private buttons(isNew: boolean): unknown {
    return html`<div class="form-buttons">
      <button
        class="button preview-toggle"
        type="button"
        data-preview-toggle
        aria-expanded=${this.isPreviewShown ? 'true' : 'false'}
        @click=${this.togglePreview}
      >
        ${showIcon()}${words.common.preview}
      </button>
      ${
        !isNew && this.isDirty
          ? html`<button class="button" type="button" data-discard @click=${this.discard}>
              ${words.editor.discard}
            </button>`
          : nothing
      }
      <button class="button primary" type="submit" data-save ?disabled=${this.isSaving || (!isNew && !this.isDirty)}>
        ${this.isSaving ? spinner() : nothing}${isNew ? words.editor.create : words.editor.saveChanges}
      </button>
    </div>`;
  }

  private get shownLiveErrors(): FieldErrors {
    return new Map([...this.liveErrors].filter(([path]) => this.touched.has(path)));
  }

  /** What is wrong with a field that was not typed in yet is no more than a remark. */
  private get shownWarnings(): FieldWarnings {
    const untouched = [...this.liveErrors].filter(([path]) => !this.touched.has(path) && !this.errors.has(path));
    const remarks = new Map(this.warnings);
    untouched.forEach(([path, message]) => remarks.set(path, [...(remarks.get(path) ?? []), message]));
    return remarks;
  }

  private readonly change = (draft: Draft, path: string): void => {
    this.touched = new Set([...this.touched, path]);
    this.errors = without(this.errors, path);
    this.liveErrors = without(this.liveErrors, path);
    this.failure = undefined;
    this.content = this.content.with(draft);
  };

  private readonly complained = (errors: FieldErrors, warnings: FieldWarnings): void => {
    this.liveErrors = errors;
    this.warnings = warnings;
  };

  /** They are offered as one types; without them the form does all it does. */
  private async readSecrets(): Promise<void> {
    if (this.isReadOnly) {
      return;
    }
    try {
      this.secrets = await this.api.secretNames();
    } catch (error) {
      asServiceError(error);
    }
  }

  /** By which it is saved only if it is still this one. Without it, it is read again before it is saved. */
  private async readVersion(): Promise<void> {
    const { action } = this;
    if (!action || this.isReadOnly || this.isDeleted || this.api.tagOf(action)) {
      return;
    }
    try {
      this.content = this.content.meeting(await this.api.read(action.id));
    } catch (error) {
      asServiceError(error);
    }
  }

  /** Before the action that needs them. */
  private async storeSecrets(draft: Draft): Promise<void> {
    for (const { name, value } of secretsToStore(draft.newSecrets, configOf(draft, 'text').config)) {
      await this.api.storeSecret(name, value);
      this.secrets = [...new Set([...this.secrets, name])];
    }
  }

  private readonly told = (result: ResultPreview | undefined): void => {
    this.shownResult = result;
  };

  private readonly answered = (sample: PreviewSample): void => {
    this.sample = sample;
  };

  private readonly noteField = (event: FocusEvent): void => {
    const path = (event.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field ?? '';
    this.edited = path.startsWith('config.result.') || path === 'config.success_when' ? path : this.edited;
  };

  /** Into the field of the result that was edited last: nothing else knows the answer. */
  private readonly insert = (path: string, value: unknown): void => {
    const field = this.querySelector<HTMLInputElement>(`[data-field="${this.edited}"] input`);
    const isWholeUrl = this.edited === RESULT_URL && field?.value === '' && /^https?:\/\//i.test(String(value));
    insertInto(field, isWholeUrl ? `{{{${path}}}}` : tag(path));
  };

  private readonly curlPasted = (event: CustomEvent<string>): void => {
    void this.querySelector<StartingPoints>('console-starting-points')?.offer(event.detail);
  };

  private readonly togglePreview = (): void => {
    this.isPreviewShown = !this.isPreviewShown;
  };

  private readonly discard = (): void => this.become(DraftState.of(this.action));

  private readonly save = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.store(this.content.original);
  };

  private readonly createAnew = (): Promise<void> => this.store(undefined);

  private readonly restoreAndSave = async (): Promise<void> => {
    const { original } = this.content;
    if (original && (await this.restore(original.id))) {
      this.isMissing = false;
      if (this.isDirty) {
        await this.store(original);
      }
    }
  };

  /** @param original what the draft changes; undefined to create another action of it */
  private async store(original: CustomAction | undefined): Promise<void> {
    const { draft } = this.content;
    this.errors = draft.type === 'webhook' ? duplicateHeaders(draft.webhook.headers) : NO_ERRORS;
    this.failure = undefined;
    if (this.isReadOnly || this.isSaving || this.errors.size > 0) {
      return;
    }
    this.isSaving = true;
    try {
      await this.storeSecrets(draft);
      const saved = original
        ? await new Saving(this.api, original, draft, this.decide).run()
        : { action: await this.api.create(inputOf(draft, this.place)), taken: [], others: '' };
      if (saved) {
        this.finish(saved, draft);
      }
    } catch (error) {
      this.failure = asServiceError(error);
      this.isMissing = original !== undefined && isRefusal(error, 404);
      this.errors = errorsOf(this.failure.fields);
      await this.updateComplete;
      focusFirstError(this);
    } finally {
      this.isSaving = false;
    }
  }

  private finish({ action: { warnings, ...action }, taken, others }: Saved, sent: Draft): void {
    this.become(this.content.stored(action, sent));
    this.warnings = warningsOf(warnings);
    const fields = listOf([...new Set(taken.map(labelOf))]);
    this.saved(action, fields ? fill(words.editor.takenMeanwhile, { others, fields }) : undefined);
  }

  private become(content: DraftState): void {
    this.content = content;
    this.errors = NO_ERRORS;
    this.liveErrors = NO_ERRORS;
    this.failure = undefined;
    this.version = undefined;
    this.touched = new Set();
  }
}
