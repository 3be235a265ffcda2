import { html, nothing } from 'lit';
import type { AuthDraft } from './auth-draft';
import type { SecretText } from './kept-secret';
import { WebhookPart } from './webhook-part';
import { words } from '../words/spoken';

const PATH = 'config.auth';
const NAMES: Readonly<Record<string, string>> = {
  basic: words.editor.basic,
  oauth2: words.editor.oauth2,
};
const TYPES = [['', words.editor.noAuth], ...Object.entries(NAMES)] as ReadonlyArray<[string, string]>;
const CLIENT_AUTHS: ReadonlyArray<[string, string]> = [
  ['basic', words.editor.inHeader],
  ['body', words.editor.inBody],
];

/** How a webhook says who calls. */
export class AuthFields extends WebhookPart {
  protected override render(): unknown {
    const { auth } = this.webhook;
    return this.fold(words.editor.signInAtApi, auth.type && (NAMES[auth.type] ?? auth.type), [PATH], () => [
      this.choice(`${PATH}.type`, words.editor.kind, auth.type, TYPES, (type) => this.setAuth({ type }, 'type')),
      auth.type === 'basic' ? this.basic(auth) : auth.type === 'oauth2' ? this.oauth2(auth) : nothing,
    ]);
  }

  private basic(auth: AuthDraft): unknown {
    return html`${this.text('username', words.fields.username, auth.username, (username) => ({ username }))}
    ${this.secretText('password', words.fields.password, auth.password, (password) => ({ password }))}`;
  }

  private oauth2(auth: AuthDraft): unknown {
    return html`${this.text(
      'token_url',
      words.fields.tokenUrl,
      auth.tokenUrl,
      (tokenUrl) => ({ tokenUrl }),
      'https://login.example.com/oauth2/token',
    )}
    ${this.text('client_id', words.fields.clientId, auth.clientId, (clientId) => ({ clientId }))}
    ${this.secretText('client_secret', words.fields.clientSecret, auth.clientSecret, (clientSecret) => ({ clientSecret }))}
    ${this.optional('scope', words.fields.scope, auth.scope, (scope) => ({ scope }))}
    ${this.optional('audience', words.fields.audience, auth.audience, (audience) => ({ audience }))}
    ${this.choice(
      `${PATH}.client_auth`,
      words.editor.clientAuth,
      auth.clientAuth || 'basic',
      CLIENT_AUTHS,
      (clientAuth) => this.setAuth({ clientAuth }, 'client_auth'),
    )}`;
  }

  private text(
    name: string,
    label: string,
    value: string,
    change: (value: string) => Partial<AuthDraft>,
    placeholder?: string,
    isOptional = false,
  ): unknown {
    return this.line({
      path: `${PATH}.${name}`,
      label,
      isOptional,
      value,
      placeholder,
      place: 'request',
      set: (typed) => this.setAuth(change(typed), name),
    });
  }

  private optional(name: string, label: string, value: string, change: (value: string) => Partial<AuthDraft>): unknown {
    return this.text(name, label, value, change, undefined, true);
  }

  private secretText(
    name: string,
    label: string,
    secret: SecretText,
    change: (secret: SecretText) => Partial<AuthDraft>,
  ): unknown {
    return this.secret({ path: `${PATH}.${name}`, label, isTemplate: true }, secret, (typed) =>
      this.setAuth(change(typed), name),
    );
  }

  private setAuth(change: Partial<AuthDraft>, name: string): void {
    this.set({ auth: { ...this.webhook.auth, ...change } }, `${PATH}.${name}`);
  }
}
