import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ServiceError } from '../../shared/service-error';
import type { CustomAction, Secret } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import type { ConsoleServices } from '../editor/action-page';
import { secretField } from '../editor/secret-field';
import { errorsOf, type FieldErrors, NO_ERRORS } from '../ui/field-errors';
import { field, textField } from '../ui/field-view';
import { failureIcon } from '../ui/icons';
import { pageHead } from '../ui/page-head';
import { PlainElement } from '../ui/plain-element';
import { trouble } from '../ui/trouble';
import { noSecrets, secretRow } from './secret-row';
import { usersOf } from './users';
import { fill, filled } from '../words/fill';
import { words } from '../words/spoken';

const NAME_LENGTH = 64;

/** The secrets of the organization: what there is and who uses it. They are replaced without being shown. */
export class SecretsPage extends PlainElement {
  @property({ attribute: false }) console!: ConsoleServices;
  /** All of the organization. */
  @property({ attribute: false }) actions: readonly CustomAction[] = [];

  @state() private secrets: readonly Secret[] | undefined;
  @state() private error: ServiceError | undefined;
  /** Why one could not be deleted, by its name. */
  @state() private refusals: ReadonlyMap<string, string> = new Map();
  @state() private name = '';
  @state() private value = '';
  @state() private isSaving = false;
  @state() private errors: FieldErrors = NO_ERRORS;
  @state() private failure: ServiceError | undefined;

  get isDirty(): boolean {
    return this.value !== '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.page-title')?.focus();
  }

  protected override render(): unknown {
    return html`${pageHead(words.common.secrets, words.secrets.lead, () => this.console.leave())}
      <div class="page-body secrets">
        <p class="lead">${filled(words.secrets.leadLong, { example: html`<code>{{secret.name}}</code>` })}</p>
        ${this.form()} ${this.list()}
      </div>`;
  }

  private form(): unknown {
    const isKnown = this.secrets?.some((secret) => secret.name === this.name) ?? false;
    return html`<form class="secret-form" aria-label=${words.secrets.form} @submit=${this.save}>
      ${textField(
        { path: 'name', label: words.common.name, errors: this.errors, hint: words.secrets.nameHint },
        {
          value: this.name,
          change: (name) => this.become({ name }),
          isReadOnly: this.isSaving,
          isCode: true,
          maxLength: NAME_LENGTH,
        },
      )}
      ${field({ path: 'value', label: words.common.value, errors: this.errors }, (attributes) =>
        secretField({
          ...attributes,
          name: words.secrets.value,
          value: this.value,
          isReadOnly: this.isSaving,
          change: (value) => this.become({ value }),
        }),
      )}
      <div class="secret-save">
        <button class="button primary" type="submit" data-save ?disabled=${this.isSaving}>
          ${isKnown ? words.common.replace : words.secrets.add}
        </button>
      </div>
      ${
        this.failure && this.errors.size === 0
          ? html`<div class="failure" role="alert">
              ${failureIcon()}
              <p>${sentenceOf(this.failure)}</p>
            </div>`
          : nothing
      }
    </form>`;
  }

  private list(): unknown {
    if (this.error) {
      return trouble(sentenceOf(this.error), () => void this.load());
    }
    if (!this.secrets) {
      return nothing;
    }
    return this.secrets.length === 0
      ? noSecrets()
      : html`<ol class="entries" role="list" aria-label=${words.common.secrets}>
          ${this.secrets.map((secret) =>
            secretRow(secret, usersOf(secret, this.actions), this.refusals.get(secret.name), {
              replace: () => void this.replace(secret.name),
              remove: () => void this.delete(secret.name),
            }),
          )}
        </ol>`;
  }

  private async load(): Promise<void> {
    try {
      this.secrets = await this.console.api.secrets();
      this.error = undefined;
    } catch (error) {
      this.error = asServiceError(error);
    }
  }

  private async replace(name: string): Promise<void> {
    this.become({ name, value: '' });
    await this.updateComplete;
    const value = this.querySelector<HTMLElement>('[data-field=value] input');
    value?.scrollIntoView({ block: 'nearest' });
    value?.focus();
  }

  private async delete(name: string): Promise<void> {
    const goes = await this.console.ask({
      title: fill(words.secrets.deleteTitle, { name }),
      text: words.secrets.deleteText,
      go: words.common.delete,
      stay: words.common.keep,
    });
    if (!goes) {
      return;
    }
    try {
      await this.console.api.removeSecret(name);
      this.refusals = without(this.refusals, name);
      this.console.notify('success', fill(words.common.wasDeleted, { name }));
      this.querySelector<HTMLElement>('.page-title')?.focus();
    } catch (error) {
      this.refusals = new Map(this.refusals).set(name, sentenceOf(asServiceError(error)));
    }
    await this.load();
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, value } = this;
    this.errors = complaints(name, value);
    this.failure = undefined;
    if (this.isSaving || this.errors.size > 0) {
      await this.focusError();
      return;
    }
    this.isSaving = true;
    try {
      await this.console.api.storeSecret(name, value);
      this.become({ name: '', value: '' });
      this.console.notify('success', fill(words.secrets.saved, { name }));
      await this.load();
    } catch (error) {
      this.failure = asServiceError(error);
      this.errors = errorsOf(this.failure.fields);
      await this.focusError();
    } finally {
      this.isSaving = false;
    }
  };

  private become({ name = this.name, value = this.value }): void {
    this.name = name;
    this.value = value;
    this.errors = NO_ERRORS;
    this.failure = undefined;
  }

  private async focusError(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }
}

/** What the service could not say, because a name is a part of its address. */
function complaints(name: string, value: string): FieldErrors {
  const errors = new Map<string, string>();
  if (!/^[A-Za-z]\w{0,63}$/.test(name)) {
    errors.set('name', words.secrets.badName);
  }
  if (value === '') {
    errors.set('value', words.secrets.noValue);
  }
  return errors;
}

function without(refusals: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  return new Map([...refusals].filter(([known]) => known !== name));
}
