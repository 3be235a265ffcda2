import type { WebhookConfig } from '../api/contract';
import type { CurlRequest } from '../curl/request';
import { type FoundSecret, replaceSecrets } from '../curl/secret-values';
import { NO_AUTH } from './auth-draft';
import { headerRow } from './header-row';
import { type NewSecret, withSecrets } from './new-secrets';
import type { Draft } from './draft';
import { newWebhookDraft, type WebhookDraft } from './webhook-draft';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** A secret of a command, and whether it is stored as one of the organization. */
export interface OfferedSecret extends FoundSecret {
  /** As a template names it. */
  readonly storedAs: string;
  readonly isChosen: boolean;
}

/** What is found, under names that no secret has yet; one that the command leaves to a shell may be there already. */
export function offersOf(found: readonly FoundSecret[], taken: readonly string[]): readonly OfferedSecret[] {
  const names = new Set(taken);
  return found.map((secret) => {
    const storedAs = secret.value === '' ? secret.name : distinct(secret.name, names);
    names.add(storedAs);
    return { ...secret, storedAs, isChosen: true };
  });
}

function distinct(name: string, taken: ReadonlySet<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) {
    unique = `${name}_${count}`;
  }
  return unique;
}

/** The draft with what a command sends; what a command cannot say stays as it is. */
export function withCurl(draft: Draft, request: CurlRequest, offers: readonly OfferedSecret[]): Draft {
  const chosen = new Map(offers.filter(({ isChosen }) => isChosen).map((offer) => [offer.name, offer.storedAs]));
  const replaced = replaceSecrets(request, ({ name }) => (chosen.has(name) ? tagOf(chosen.get(name)) : undefined));
  return {
    ...draft,
    type: 'webhook',
    webhook: withRequest(draft.webhook, replaced),
    newSecrets: withSecrets(
      draft.newSecrets,
      offers
        .filter(({ isChosen }) => isChosen)
        .map(({ storedAs, where, value }): NewSecret => ({
          name: storedAs,
          label: fill(words.editor.foundIn, { place: where }),
          value,
        })),
    ),
  };
}

function tagOf(name: string | undefined): string {
  return `{{secret.${name}}}`;
}

function withRequest(webhook: WebhookDraft, request: CurlRequest): WebhookDraft {
  const { user } = request;
  return {
    ...webhook,
    method: request.method,
    url: request.url,
    headers: request.headers.map(([name, value]) => headerRow(name, value)),
    body: request.body,
    // An empty one would be filled by the service.
    sendsBody: request.body !== '' || request.method === 'GET',
    auth: user ? authOf({ type: 'basic', username: user.name, password: user.password }) : NO_AUTH,
    followsRedirects: request.followsRedirects,
    timeoutSeconds: request.timeoutSeconds ? String(request.timeoutSeconds) : '',
  };
}

function authOf(auth: WebhookConfig['auth']): WebhookDraft['auth'] {
  return newWebhookDraft({ auth }).auth;
}
