import type { ActionType } from '../api/contract';
import { TYPE_NAMES } from '../ui/words';
import { authConfig, type AuthDraft, type SignatureDraft } from './auth-draft';
import { configOf, type Draft, type LinkDraft, type ScriptDraft } from './draft';
import type { HeaderRow } from './header-row';
import { unstored } from './kept-secret';
import { type Conflict, Merge, type Side } from './merge';
import { mergedTerms } from './merge-terms';
import type { WebhookDraft } from './webhook-draft';

/** What two people made of the same action. */
export interface Merged {
  readonly draft: Draft;
  /** The fields that both changed, each to something else. */
  readonly conflicts: readonly Conflict[];
  /** The service's names of the fields that only the other one changed. */
  readonly taken: readonly string[];
}

const TEXTS: Partial<Record<keyof WebhookDraft, string>> = {
  url: 'config.url',
  method: 'config.method',
  body: 'config.body',
  sendsBody: 'config.send_body',
  timeoutSeconds: 'config.timeout_seconds',
  followsRedirects: 'config.follow_redirects',
  isInBackground: 'config.background',
  successWhen: 'config.success_when',
  toast: 'config.result.toast',
  failure: 'config.result.failure',
  clipboard: 'config.result.clipboard',
  resultUrl: 'config.result.url',
};

const AUTH: Partial<Record<keyof AuthDraft, string>> = {
  username: 'config.auth.username',
  tokenUrl: 'config.auth.token_url',
  clientId: 'config.auth.client_id',
  scope: 'config.auth.scope',
  audience: 'config.auth.audience',
  clientAuth: 'config.auth.client_auth',
};

const SIGNATURE: Partial<Record<keyof SignatureDraft, string>> = {
  header: 'config.signature.header',
  algorithm: 'config.signature.algorithm',
  encoding: 'config.signature.encoding',
  prefix: 'config.signature.prefix',
};

/**
 * Three-way merge by field. What both changed stays mine, unless theirs is chosen. The draft is one of the action as it is
 * stored now: its secrets know what theirs are.
 *
 * @param before what both began with
 * @param choices by the service's names of the fields that both changed
 * @param hidden what the other one changed by the service's word
 */
export function mergedDrafts(
  before: Draft,
  mine: Draft,
  theirs: Draft,
  choices?: ReadonlyMap<string, Side>,
  hidden?: ReadonlySet<string>,
): Merged {
  const merge = new Merge(choices, hidden);
  const draft: Draft = {
    ...mine,
    ...merge.fields<Draft>({ name: 'name', icon: 'icon' }, before, mine, theirs),
    isActive: theirs.isActive,
    ...typed(merge, before, mine, theirs),
    terms: mergedTerms(merge, before.terms, mine.terms, theirs.terms),
  };
  return { draft, conflicts: merge.conflicts, taken: merge.taken };
}

function typed(merge: Merge, before: Draft, mine: Draft, theirs: Draft): Partial<Draft> {
  if (mine.type === theirs.type) {
    return part(merge, mine.type, before, mine, theirs);
  }
  const [was, here, there] = [before, mine, theirs].map((draft) => configOf(draft, 'text'));
  const side = merge.side('action_type', was, here, there, ({ action_type }) => TYPE_NAMES[action_type]);
  return side === 'mine' ? {} : { type: theirs.type, [theirs.type]: theirs[theirs.type] };
}

function part(merge: Merge, type: ActionType, before: Draft, mine: Draft, theirs: Draft): Partial<Draft> {
  switch (type) {
    case 'webhook':
      return { webhook: webhook(merge, before.webhook, mine.webhook, theirs.webhook) };
    case 'url':
      return { url: link(merge, before.url, mine.url, theirs.url) };
    case 'javascript':
      return { javascript: script(merge, before.javascript, mine.javascript, theirs.javascript) };
  }
}

function link(merge: Merge, before: LinkDraft, mine: LinkDraft, theirs: LinkDraft): LinkDraft {
  const paths = { url: 'config.url', openInNewTab: 'config.open_in_new_tab' };
  return {
    ...mine,
    ...merge.fields<LinkDraft>(paths, before, mine, theirs),
    rest: merge.record('config', before.rest, mine.rest, theirs.rest),
  };
}

function script(merge: Merge, before: ScriptDraft, mine: ScriptDraft, theirs: ScriptDraft): ScriptDraft {
  return {
    code: merge.value('config.code', before.code, mine.code, theirs.code),
    rest: merge.record('config', before.rest, mine.rest, theirs.rest),
  };
}

function webhook(merge: Merge, before: WebhookDraft, mine: WebhookDraft, theirs: WebhookDraft): WebhookDraft {
  return {
    ...mine,
    ...merge.fields<WebhookDraft>(TEXTS, before, mine, theirs),
    headers: headers(merge, before.headers, mine.headers, theirs.headers),
    auth: auth(merge, before.auth, mine.auth, theirs.auth),
    signingSecret: merge.secret(
      'config.signing_secret',
      before.signingSecret,
      mine.signingSecret,
      theirs.signingSecret,
    ),
    signature: {
      ...mine.signature,
      ...merge.fields<SignatureDraft>(SIGNATURE, before.signature, mine.signature, theirs.signature),
      secret: merge.secret(
        'config.signature.secret',
        before.signature.secret,
        mine.signature.secret,
        theirs.signature.secret,
      ),
      rest: merge.record('config.signature', before.signature.rest, mine.signature.rest, theirs.signature.rest),
    },
    rest: merge.record('config', before.rest, mine.rest, theirs.rest),
    resultRest: merge.record('config.result', before.resultRest, mine.resultRest, theirs.resultRest),
  };
}

function headers(
  merge: Merge,
  before: readonly HeaderRow[],
  mine: readonly HeaderRow[],
  theirs: readonly HeaderRow[],
): readonly HeaderRow[] {
  const path = ({ name }: HeaderRow) => `config.headers.${name.trim()}`;
  return merge.rows(before, mine, theirs, {
    // The names of headers have no case; a row without one is no other's.
    id: ({ key, name }) => name.trim().toLowerCase() || ` ${key}`,
    path,
    isSame: (one, other) => one.value === other.value,
    shown: ({ value }) => value,
    isSecret: true,
    both: (was, here, there) => ({
      ...here,
      name: was && here.name.trim() === was.name ? there.name : here.name,
      value: merge.secretText(path(there), was?.value ?? '', here.value, there.value),
      stored: there.stored,
    }),
    alone: (here) => ({ ...here, stored: undefined }),
  });
}

function auth(merge: Merge, before: AuthDraft, mine: AuthDraft, theirs: AuthDraft): AuthDraft {
  if (mine.type === theirs.type) {
    return {
      ...mine,
      ...merge.fields<AuthDraft>(AUTH, before, mine, theirs),
      password: merge.secret('config.auth.password', before.password, mine.password, theirs.password),
      clientSecret: merge.secret(
        'config.auth.client_secret',
        before.clientSecret,
        mine.clientSecret,
        theirs.clientSecret,
      ),
      rest: merge.record('config.auth', before.rest, mine.rest, theirs.rest),
    };
  }
  const [was, here, there] = [before, mine, theirs].map((draft) => authConfig(draft, 'text') ?? {});
  return merge.side('config.auth', was, here, there, ({ type }) => type ?? 'none') === 'mine'
    ? { ...mine, password: unstored(mine.password), clientSecret: unstored(mine.clientSecret) }
    : theirs;
}
