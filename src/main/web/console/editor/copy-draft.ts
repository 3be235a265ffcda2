import { type CustomAction, MASK } from '../api/contract';
import { type Draft, draftOf } from './draft';
import { headerRow } from './header-row';
import type { SecretText } from './kept-secret';
import { newWebhookDraft, type WebhookDraft } from './webhook-draft';
import { words } from '../words/spoken';

/** In characters, as the service has it. */
const MAX_NAME = 100;
const SUFFIX = words.editor.copySuffix;

/** A new action that begins as another one is. */
export interface Copy {
  readonly draft: Draft;
  /** What has to be entered again, because nobody can read it. */
  readonly missing: readonly string[];
}

/** The button of a copy is not shown before somebody says so. */
export function copyOf(action: CustomAction): Copy {
  const draft = draftOf(action);
  const name = `${[...draft.name].slice(0, MAX_NAME - SUFFIX.length).join('')}${SUFFIX}`;
  const { webhook, missing } = withoutMasks(draft.webhook, action);
  return { draft: { ...draft, name, isActive: false, webhook }, missing };
}

function withoutMasks(
  webhook: WebhookDraft,
  action: CustomAction,
): { readonly webhook: WebhookDraft; readonly missing: readonly string[] } {
  const { auth, signature, signingSecret, headers } =
    action.action_type === 'webhook' ? newWebhookDraft(action.config) : webhook;
  const missing: string[] = [];
  const told = (secret: SecretText, label: string): SecretText => {
    if (secret.text !== MASK) {
      return secret;
    }
    missing.push(label);
    return { text: '', stored: '' };
  };
  const copy = {
    ...webhook,
    headers: headers.map(({ name, value }) => headerRow(name, told({ text: value, stored: '' }, name).text)),
    auth: {
      ...auth,
      password: told(auth.password, words.editor.thePassword),
      clientSecret: told(auth.clientSecret, words.editor.theClientSecret),
    },
    signingSecret: told(signingSecret, words.editor.theSigningSecret),
    signature: { ...signature, secret: told(signature.secret, words.editor.theSignatureKey) },
  };
  return { webhook: copy, missing };
}
