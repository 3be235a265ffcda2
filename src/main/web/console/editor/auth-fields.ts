import { html, nothing } from 'lit';
import type { AuthDraft } from './auth-draft';
import type { SecretText } from './kept-secret';
import { WebhookPart } from './webhook-part';

const PATH = 'config.auth';
const NAMES: Readonly<Record<string, string>> = {
  basic: 'User name and password',
  oauth2: 'OAuth2 client credentials',
};
const TYPES = [['', 'None, or a header above'], ...Object.entries(NAMES)] as ReadonlyArray<[string, string]>;
const CLIENT_AUTHS: ReadonlyArray<[string, string]> = [
  ['basic', 'In the Authorization header'],
  ['body', 'In the body'],
];

/** How a webhook says who calls. */
export class AuthFields extends WebhookPart {
  protected override render(): unknown {
    const { auth } = this.webhook;
    return this.fold('Sign-in at the API', auth.type && (NAMES[auth.type] ?? auth.type), [PATH], () => [
      this.choice(`${PATH}.type`, 'Kind', auth.type, TYPES, (type) => this.setAuth({ type }, 'type')),
      auth.type === 'basic' ? this.basic(auth) : auth.type === 'oauth2' ? this.oauth2(auth) : nothing,
    ]);
  }

  private basic(auth: AuthDraft): unknown {
    return html`${this.text('username', 'User name', auth.username, (username) => ({ username }))}
    ${this.secretText('password', 'Password', auth.password, (password) => ({ password }))}`;
  }

  private oauth2(auth: AuthDraft): unknown {
    return html`${this.text(
      'token_url',
      'Token URL',
      auth.tokenUrl,
      (tokenUrl) => ({ tokenUrl }),
      'https://login.example.com/oauth2/token',
    )}
    ${this.text('client_id', 'Client id', auth.clientId, (clientId) => ({ clientId }))}
    ${this.secretText('client_secret', 'Client secret', auth.clientSecret, (clientSecret) => ({ clientSecret }))}
    ${this.optional('scope', 'Scope', auth.scope, (scope) => ({ scope }))}
    ${this.optional('audience', 'Audience', auth.audience, (audience) => ({ audience }))}
    ${this.choice(
      `${PATH}.client_auth`,
      'Where id and secret stand',
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
