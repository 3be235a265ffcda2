import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { Contact, CustomAction, Warned } from '../api/contract';
import { asServiceError } from '../api/failure';
import {
  errorsOf,
  type FieldErrors,
  type FieldWarnings,
  NO_ERRORS,
  NO_WARNINGS,
  warningsOf,
  without,
} from '../ui/field-errors';
import { showIcon, spinner } from '../ui/icons';
import { failureView } from './failure-view';
import { PlainElement } from '../ui/plain-element';
import { copyOf } from './copy-draft';
import { copyNote } from './copy-note';
import { changesOf, configOf, type Draft, inputOf } from './draft';
import { DraftState } from './draft-state';
import { duplicateHeaders } from './duplicate-headers';
import { focusFirstError } from './form-errors';
import { generalFields } from './general-fields';
import { secretsToStore } from './new-secrets';
import type { StartingPoints } from './starting-points';
import { typeFields } from './type-fields';

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
  @property({ attribute: false }) saved: (action: CustomAction) => void = () => {};

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
  /** Where the window has no room for it beside the form. */
  @state() private isPreviewShown = false;

  /** Fields that were typed in, which alone get complaints before they are saved. */
  private touched: ReadonlySet<string> = new Set();

  get isDirty(): boolean {
    return !this.isReadOnly && this.content.isDirty;
  }

  protected override firstUpdated(): void {
    void this.readSecrets();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
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
    return html`<div class="form-columns ${isReadOnly ? 'single' : ''} ${this.isPreviewShown ? 'with-preview' : ''}">
      <form
        class="form"
        novalidate
        aria-label=${this.action ? 'Settings' : 'New action'}
        @submit=${this.save}
        @console-curl=${this.curlPasted}
      >
        ${this.copied && !this.action ? copyNote(this.copied.name, this.missing) : nothing}
        ${generalFields({ draft, errors, isReadOnly, isNew: !this.action, change: this.change })}
        ${this.typeFields(draft, errors)} ${isReadOnly ? nothing : this.footer()}
      </form>
      ${
        isReadOnly
          ? nothing
          : html`<console-preview-pane
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

  private typeFields(draft: Draft, errors: FieldErrors): unknown {
    if (this.isReadOnly) {
      return html`<p class="hint">Only those who manage actions see what this one does.</p>`;
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
      typeFields({ draft, errors, warnings: this.warnings, secrets, isReadOnly, change }),
      html`<console-terms-fields
        .draft=${draft}
        .errors=${errors}
        .warnings=${this.warnings}
        .change=${change}
      ></console-terms-fields>`,
      html`<console-new-secrets .draft=${draft} .stored=${secrets} .change=${change}></console-new-secrets>`,
    ];
  }

  private footer(): unknown {
    const isNew = !this.action;
    return html`<div class="form-footer">
      ${
        this.content.isOutdated
          ? html`<p class="hint">
              Someone else has changed this action in the meantime. Only the fields that you changed are saved.
            </p>`
          : nothing
      }
      <div role="alert">${this.failure ? failureView(this, this.failure, this.action !== undefined) : nothing}</div>
      <div class="form-buttons">
        <button
          class="button preview-toggle"
          type="button"
          data-preview-toggle
          aria-expanded=${this.isPreviewShown ? 'true' : 'false'}
          @click=${this.togglePreview}
        >
          ${showIcon()}Preview
        </button>
        ${
          !isNew && this.isDirty
            ? html`<button class="button" type="button" data-discard @click=${this.discard}>Discard changes</button>`
            : nothing
        }
        <button class="button primary" type="submit" data-save ?disabled=${this.isSaving || (!isNew && !this.isDirty)}>
          ${this.isSaving ? spinner() : nothing}${isNew ? 'Create action' : 'Save changes'}
        </button>
      </div>
    </div>`;
  }

  private get shownLiveErrors(): FieldErrors {
    return new Map([...this.liveErrors].filter(([path]) => this.touched.has(path)));
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

  /** Before the action that needs them. */
  private async storeSecrets(draft: Draft): Promise<void> {
    for (const { name, value } of secretsToStore(draft.newSecrets, configOf(draft, 'text').config)) {
      await this.api.storeSecret(name, value);
      this.secrets = [...new Set([...this.secrets, name])];
    }
  }

  private readonly curlPasted = (event: CustomEvent<string>): void => {
    void this.querySelector<StartingPoints>('console-starting-points')?.offer(event.detail);
  };

  private readonly togglePreview = (): void => {
    this.isPreviewShown = !this.isPreviewShown;
  };

  private readonly discard = (): void => this.become(DraftState.of(this.action));

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft, original } = this.content;
    this.errors = draft.type === 'webhook' ? duplicateHeaders(draft.webhook.headers) : NO_ERRORS;
    this.failure = undefined;
    if (this.isReadOnly || this.isSaving || this.errors.size > 0) {
      return;
    }
    this.isSaving = true;
    try {
      await this.storeSecrets(draft);
      const { warnings, ...action }: CustomAction & Warned = original
        ? await this.api.update(original.id, changesOf(draft, original))
        : await this.api.create(inputOf(draft, this.place));
      this.become(DraftState.of(action));
      this.warnings = warningsOf(warnings);
      this.saved(action);
    } catch (error) {
      this.failure = asServiceError(error);
      this.errors = errorsOf(this.failure.fields);
      await this.updateComplete;
      focusFirstError(this);
    } finally {
      this.isSaving = false;
    }
  };

  private become(content: DraftState): void {
    this.content = content;
    this.errors = NO_ERRORS;
    this.liveErrors = NO_ERRORS;
    this.failure = undefined;
    this.touched = new Set();
  }
}
