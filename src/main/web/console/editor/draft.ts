import type { ActionInput, ActionType, CustomAction, Terms, TypedConfig, UrlConfig } from '../api/contract';
import { canonical } from './canonical';
import type { SecretsAs } from './kept-secret';
import type { NewSecret } from './new-secrets';
import { besides } from './objects';
import { NO_TERMS, type TermsDraft, termsDraft, termsOf } from './terms-draft';
import { NO_WEBHOOK, webhookConfig, type WebhookDraft, webhookDraft } from './webhook-draft';

export interface LinkDraft {
  readonly url: string;
  readonly openInNewTab: boolean;
  /** What the form does not show, and keeps. */
  readonly rest: Rest;
}

export interface ScriptDraft {
  readonly code: string;
  readonly rest: Rest;
}

type Rest = Readonly<Record<string, unknown>>;

/** What a form holds. Each type keeps what was typed for it while another is looked at. */
export interface Draft {
  readonly name: string;
  readonly icon: string;
  readonly isActive: boolean;
  readonly type: ActionType;
  readonly webhook: WebhookDraft;
  readonly url: LinkDraft;
  readonly javascript: ScriptDraft;
  readonly terms: TermsDraft;
  /** Secrets of the organization that are stored when the action is saved. */
  readonly newSecrets: readonly NewSecret[];
}

export const NEW: Draft = {
  name: '',
  icon: 'zap',
  isActive: true,
  type: 'webhook',
  webhook: NO_WEBHOOK,
  url: { url: '', openInNewTab: true, rest: {} },
  javascript: { code: '', rest: {} },
  terms: NO_TERMS,
  newSecrets: [],
};

export function draftOf(action: CustomAction): Draft {
  const draft = {
    ...NEW,
    name: action.name,
    icon: action.icon,
    isActive: action.is_active,
    type: action.action_type,
    terms: termsDraft(action),
  };
  switch (action.action_type) {
    case 'webhook':
      return { ...draft, webhook: webhookDraft(action.config) };
    case 'url':
      return { ...draft, url: linkDraft(action.config) };
    case 'javascript':
      return { ...draft, javascript: { code: action.config.code ?? '', rest: besides(action.config, ['code']) } };
  }
}

function linkDraft(config: UrlConfig): LinkDraft {
  return {
    url: config.url ?? '',
    openInNewTab: config.open_in_new_tab ?? true,
    rest: besides(config, ['url', 'open_in_new_tab']),
  };
}

/** Type and config as the API takes them. */
export function configOf(draft: Draft, secrets: SecretsAs): TypedConfig {
  switch (draft.type) {
    case 'webhook':
      return { action_type: 'webhook', config: webhookConfig(draft.webhook, secrets) };
    case 'url': {
      const { url, openInNewTab, rest } = draft.url;
      return { action_type: 'url', config: { ...rest, url, open_in_new_tab: openInNewTab } };
    }
    case 'javascript':
      return { action_type: 'javascript', config: { ...draft.javascript.rest, code: draft.javascript.code } };
  }
}

/** What to send to create the action. */
export function inputOf(draft: Draft, place: number): ActionInput {
  const { name, icon, isActive } = draft;
  return {
    name,
    icon,
    is_active: isActive,
    display_order: place,
    ...configOf(draft, 'text'),
    ...changedTerms(draft.terms, NO_TERMS),
  };
}

/** The fields in which a draft differs from what it began with; no others are sent, so that no other's change is undone. */
export function changesOf(draft: Draft, original: CustomAction): ActionInput {
  const before = draftOf(original);
  const isSameConfig = canonical(configOf(draft, 'text')) === canonical(configOf(before, 'text'));
  const typed = configOf(draft, draft.type === before.type ? 'mask' : 'text');
  return {
    ...(draft.name === before.name ? {} : { name: draft.name }),
    ...(draft.icon === before.icon ? {} : { icon: draft.icon }),
    ...(isSameConfig ? {} : { config: typed.config }),
    ...(draft.type === before.type ? {} : { action_type: typed.action_type }),
    ...changedTerms(draft.terms, before.terms),
  };
}

function changedTerms(terms: TermsDraft, before: TermsDraft): Terms {
  const now = termsOf(terms);
  const then = termsOf(before);
  const isSame = (name: keyof Terms) => canonical(now[name]) === canonical(then[name]);
  return {
    ...(isSame('inputs') ? {} : { inputs: now.inputs }),
    ...(isSame('confirmation') ? {} : { confirmation: now.confirmation }),
    ...(isSame('visible_to') ? {} : { visible_to: now.visible_to }),
  };
}
