import type { AuthConfig, SignatureConfig } from '../api/contract';
import { NO_SECRET, type SecretsAs, type SecretText, sentAs, storedSecret } from './kept-secret';
import { besides, filled } from './objects';

/** How a webhook says who calls. Each type keeps what was typed for it while another is looked at. */
export interface AuthDraft {
  /** Empty for none; a type that the form does not know stays as it is. */
  readonly type: string;
  readonly username: string;
  readonly password: SecretText;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: SecretText;
  readonly scope: string;
  readonly audience: string;
  readonly clientAuth: string;
  /** What the form does not show. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** A header that signs the body; none while it has neither a name nor a secret. */
export interface SignatureDraft {
  readonly header: string;
  readonly secret: SecretText;
  readonly algorithm: string;
  readonly encoding: string;
  readonly prefix: string;
  readonly rest: Readonly<Record<string, unknown>>;
}

export const NO_AUTH: AuthDraft = {
  type: '',
  username: '',
  password: NO_SECRET,
  tokenUrl: '',
  clientId: '',
  clientSecret: NO_SECRET,
  scope: '',
  audience: '',
  clientAuth: '',
  rest: {},
};

export const NO_SIGNATURE: SignatureDraft = {
  header: '',
  secret: NO_SECRET,
  algorithm: '',
  encoding: '',
  prefix: '',
  rest: {},
};

export function authDraft(config: AuthConfig): AuthDraft {
  const type = config.type ?? '';
  const known: Readonly<Record<string, readonly string[]>> = {
    basic: ['type', 'username', 'password'],
    oauth2: ['type', 'token_url', 'client_id', 'client_secret', 'scope', 'audience', 'client_auth'],
  };
  return {
    type,
    username: config.username ?? '',
    password: storedSecret(config.password),
    tokenUrl: config.token_url ?? '',
    clientId: config.client_id ?? '',
    clientSecret: storedSecret(config.client_secret),
    scope: config.scope ?? '',
    audience: config.audience ?? '',
    clientAuth: config.client_auth ?? '',
    rest: besides(config, known[type] ?? ['type']),
  };
}

/** Undefined for none. */
export function authConfig(draft: AuthDraft, secrets: SecretsAs): AuthConfig | undefined {
  const { type, rest } = draft;
  switch (type) {
    case '':
      return undefined;
    case 'basic':
      return { ...rest, type, username: draft.username, password: sentAs(draft.password, secrets) };
    case 'oauth2':
      return {
        ...rest,
        type,
        token_url: draft.tokenUrl,
        client_id: draft.clientId,
        client_secret: sentAs(draft.clientSecret, secrets),
        ...filled({ scope: draft.scope, audience: draft.audience, client_auth: draft.clientAuth }),
      };
    default:
      return { ...rest, type };
  }
}

export function signatureDraft(config: SignatureConfig): SignatureDraft {
  return {
    header: config.header ?? '',
    secret: storedSecret(config.secret),
    algorithm: config.algorithm ?? '',
    encoding: config.encoding ?? '',
    prefix: config.prefix ?? '',
    rest: besides(config, ['header', 'secret', 'algorithm', 'encoding', 'prefix']),
  };
}

/** Undefined for none. */
export function signatureConfig(draft: SignatureDraft, secrets: SecretsAs): SignatureConfig | undefined {
  const { header, secret, algorithm, encoding, prefix, rest } = draft;
  return header || secret.text
    ? { ...rest, header, secret: sentAs(secret, secrets), ...filled({ algorithm, encoding, prefix }) }
    : undefined;
}
