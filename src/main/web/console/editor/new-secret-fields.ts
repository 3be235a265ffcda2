import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { NO_ERRORS } from '../ui/field-errors';
import { field } from '../ui/field-view';
import { PlainElement } from '../ui/plain-element';
import { configOf, type Draft } from './draft';
import { type NewSecret, usedSecrets } from './new-secrets';
import { secretField } from './secret-field';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** Values of secrets that the action uses, to be stored with it. */
export class NewSecretFields extends PlainElement {
  @property({ attribute: false }) draft!: Draft;
  /** Names of the secrets that are stored already. */
  @property({ attribute: false }) stored: readonly string[] = [];
  @property({ attribute: false }) change: (draft: Draft, path: string) => void = () => {};

  protected override render(): unknown {
    const used = usedSecrets(this.draft.newSecrets, configOf(this.draft, 'text').config);
    return used.length === 0
      ? nothing
      : html`<fieldset class="group" data-new-secrets>
          <legend>${words.editor.orgSecrets}</legend>
          <p class="hint">${words.editor.orgSecretsHint}</p>
          ${used.map((secret) => this.secret(secret))}
        </fieldset>`;
  }

  private secret(secret: NewSecret): unknown {
    const path = `secrets.${secret.name}`;
    const isStored = this.stored.includes(secret.name);
    const hint = isStored ? fill(words.editor.storedAlready, { name: secret.name }) : secret.hint;
    return field({ path, label: `${secret.label} (${secret.name})`, errors: NO_ERRORS, hint }, (attributes) =>
      secretField({
        ...attributes,
        name: secret.name,
        value: secret.value,
        isReadOnly: false,
        change: (value) => this.set(secret, value, path),
      }),
    );
  }

  private set(secret: NewSecret, value: string, path: string): void {
    const newSecrets = this.draft.newSecrets.map((known) => (known.name === secret.name ? { ...known, value } : known));
    this.change({ ...this.draft, newSecrets }, path);
  }
}
