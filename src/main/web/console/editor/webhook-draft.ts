import { MASK, type WebhookConfig } from '../api/contract';
import {
  authConfig,
  type AuthDraft,
  authDraft,
  NO_AUTH,
  NO_SIGNATURE,
  signatureConfig,
  type SignatureDraft,
  signatureDraft,
} from './auth-draft';
import { headerRow, type HeaderRow } from './header-row';
import { NO_SECRET, type SecretsAs, type SecretText, sentAs, storedSecret, unstored } from './kept-secret';
import { besides, filled, isEmpty } from './objects';

/** What a form holds of a webhook. */
export interface WebhookDraft {
  readonly url: string;
  readonly method: NonNullable<WebhookConfig['method']>;
  readonly headers: readonly HeaderRow[];
  readonly body: string;
  readonly sendsBody: boolean;
  readonly auth: AuthDraft;
  readonly signingSecret: SecretText;
  readonly signature: SignatureDraft;
  /** As it is typed. */
  readonly timeoutSeconds: string;
  readonly followsRedirects: boolean;
  readonly isInBackground: boolean;
  readonly successWhen: string;
  readonly toast: string;
  readonly failure: string;
  readonly clipboard: string;
  readonly resultUrl: string;
  /** What the form does not show, and keeps. */
  readonly rest: Readonly<Record<string, unknown>>;
  readonly resultRest: Readonly<Record<string, unknown>>;
}

/** What the form shows of a config. */
const SHOWN = [
  ...['url', 'method', 'headers', 'body', 'send_body', 'auth', 'signing_secret', 'signature'],
  ...['timeout_seconds', 'follow_redirects', 'background', 'success_when', 'result'],
];
const SHOWN_OF_RESULT = ['toast', 'failure', 'clipboard', 'url'];
const WHOLE = /^\d{1,9}$/;

export const NO_WEBHOOK: WebhookDraft = {
  url: '',
  method: 'POST',
  headers: [],
  body: '',
  sendsBody: true,
  auth: NO_AUTH,
  signingSecret: NO_SECRET,
  signature: NO_SIGNATURE,
  timeoutSeconds: '',
  followsRedirects: false,
  isInBackground: false,
  successWhen: '',
  toast: '',
  failure: '',
  clipboard: '',
  resultUrl: '',
  rest: {},
  resultRest: {},
};

export function webhookDraft(config: WebhookConfig): WebhookDraft {
  const { result = {} } = config;
  return {
    url: config.url ?? '',
    method: config.method ?? 'POST',
    headers: Object.entries(config.headers ?? {}).map(([name, value]) => headerRow(name, value, { name, value })),
    body: config.body ?? '',
    sendsBody: config.send_body ?? true,
    auth: config.auth ? authDraft(config.auth) : NO_AUTH,
    signingSecret: storedSecret(config.signing_secret),
    signature: config.signature ? signatureDraft(config.signature) : NO_SIGNATURE,
    timeoutSeconds: String(config.timeout_seconds ?? ''),
    followsRedirects: config.follow_redirects ?? false,
    isInBackground: config.background ?? false,
    successWhen: config.success_when ?? '',
    toast: result.toast ?? '',
    failure: result.failure ?? '',
    clipboard: result.clipboard ?? '',
    resultUrl: result.url ?? '',
    rest: besides(config, SHOWN),
    resultRest: besides(result, SHOWN_OF_RESULT),
  };
}

/** A webhook that nothing is stored of yet, so that its secrets are sent as they are. */
export function newWebhookDraft(config: WebhookConfig): WebhookDraft {
  const draft = webhookDraft(config);
  const { auth, signature } = draft;
  return {
    ...draft,
    headers: draft.headers.map(({ name, value }) => headerRow(name, value)),
    auth: { ...auth, password: unstored(auth.password), clientSecret: unstored(auth.clientSecret) },
    signingSecret: unstored(draft.signingSecret),
    signature: { ...signature, secret: unstored(signature.secret) },
  };
}

/** The webhook as the API takes it. What says nothing is left out. */
export function webhookConfig(draft: WebhookDraft, secrets: SecretsAs): WebhookConfig {
  const { toast, failure, clipboard, resultUrl, timeoutSeconds } = draft;
  const result = { ...draft.resultRest, ...filled({ toast, failure, clipboard, url: resultUrl }) };
  const auth = authConfig(draft.auth, secrets);
  const signature = signatureConfig(draft.signature, secrets);
  return {
    ...draft.rest,
    url: draft.url,
    method: draft.method,
    headers: headers(draft.headers, secrets),
    body: draft.body,
    ...(draft.sendsBody ? {} : { send_body: false }),
    ...(auth ? { auth } : {}),
    ...filled({ signing_secret: sentAs(draft.signingSecret, secrets) }),
    ...(signature ? { signature } : {}),
    ...(timeoutSeconds ? { timeout_seconds: numberIn(timeoutSeconds) } : {}),
    ...(draft.followsRedirects ? { follow_redirects: true } : {}),
    ...(draft.isInBackground ? { background: true } : {}),
    ...filled({ success_when: draft.successWhen }),
    ...(isEmpty(result) ? {} : { result }),
  };
}

function headers(rows: readonly HeaderRow[], secrets: SecretsAs): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.filter((row) => row.name || row.value).map((row) => [row.name.trim(), valueOf(row, secrets)]),
  );
}

function valueOf({ name, value, stored }: HeaderRow, secrets: SecretsAs): string {
  const isKept = secrets === 'mask' && stored?.value === value && stored.name === name.trim();
  return isKept ? MASK : value;
}

/** What is no number goes as it is typed, for the service to complain of. */
function numberIn(text: string): number | string {
  return WHOLE.test(text.trim()) ? Number(text) : text;
}
