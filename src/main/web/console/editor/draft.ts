import {
  type ActionInput,
  type ActionType,
  type CustomAction,
  MASK,
  type TypedConfig,
  type WebhookConfig,
} from '../api/contract';
import { canonical } from './canonical';

/** A header as it is typed. */
export interface HeaderRow {
  /** Tells rows apart while their names change. */
  readonly key: number;
  readonly name: string;
  readonly value: string;
  /** As the service has it; absent in a new row. */
  readonly stored?: { readonly name: string; readonly value: string };
}

export interface WebhookDraft {
  readonly url: string;
  readonly method: NonNullable<WebhookConfig['method']>;
  readonly headers: readonly HeaderRow[];
  readonly body: string;
  readonly signingSecret: string;
  readonly storedSigningSecret: string;
  readonly toast: string;
  readonly clipboard: string;
  readonly resultUrl: string;
  /** Parts of the config and of its result that the form has no field for; they are kept as they are. */
  readonly others: Readonly<Record<string, unknown>>;
  readonly otherResults: Readonly<Record<string, unknown>>;
}

/** What a form holds. Each type keeps what was typed for it while another is looked at. */
export interface Draft {
  readonly name: string;
  readonly icon: string;
  readonly isActive: boolean;
  readonly type: ActionType;
  readonly webhook: WebhookDraft;
  readonly url: { readonly url: string; readonly openInNewTab: boolean };
  readonly javascript: { readonly code: string };
}

/** Whether secrets that were not touched go as the mask, which keeps the stored ones, or as they are. */
export type SecretsAs = 'mask' | 'text';

let lastKey = 0;

export function headerRow(name: string, value: string, stored?: HeaderRow['stored']): HeaderRow {
  return { key: ++lastKey, name, value, stored };
}

const NO_WEBHOOK: WebhookDraft = {
  url: '',
  method: 'POST',
  headers: [],
  body: '',
  signingSecret: '',
  storedSigningSecret: '',
  toast: '',
  clipboard: '',
  resultUrl: '',
  others: {},
  otherResults: {},
};

export const NEW: Draft = {
  name: '',
  icon: 'zap',
  isActive: true,
  type: 'webhook',
  webhook: NO_WEBHOOK,
  url: { url: '', openInNewTab: true },
  javascript: { code: '' },
};

export function draftOf(action: CustomAction): Draft {
  const draft = { ...NEW, name: action.name, icon: action.icon, isActive: action.is_active, type: action.action_type };
  switch (action.action_type) {
    case 'webhook':
      return { ...draft, webhook: webhookDraft(action.config) };
    case 'url':
      return { ...draft, url: { url: action.config.url ?? '', openInNewTab: action.config.open_in_new_tab ?? true } };
    case 'javascript':
      return { ...draft, javascript: { code: action.config.code ?? '' } };
  }
}

function webhookDraft(config: WebhookConfig): WebhookDraft {
  const { url, method, headers, body, signing_secret, result, ...others } = config;
  const { toast, clipboard, url: resultUrl, ...otherResults } = result ?? {};
  return {
    url: url ?? '',
    method: method ?? 'POST',
    headers: Object.entries(headers ?? {}).map(([name, value]) => headerRow(name, value, { name, value })),
    body: body ?? '',
    signingSecret: signing_secret ?? '',
    storedSigningSecret: signing_secret ?? '',
    toast: toast ?? '',
    clipboard: clipboard ?? '',
    resultUrl: resultUrl ?? '',
    others,
    otherResults,
  };
}

/** Type and config as the API takes them. */
export function configOf(draft: Draft, secrets: SecretsAs): TypedConfig {
  switch (draft.type) {
    case 'webhook':
      return { action_type: 'webhook', config: webhookConfig(draft.webhook, secrets) };
    case 'url':
      return { action_type: 'url', config: { url: draft.url.url, open_in_new_tab: draft.url.openInNewTab } };
    case 'javascript':
      return { action_type: 'javascript', config: { code: draft.javascript.code } };
  }
}

function webhookConfig(draft: WebhookDraft, secrets: SecretsAs): WebhookConfig {
  const result = { ...draft.otherResults, toast: draft.toast, clipboard: draft.clipboard, url: draft.resultUrl };
  const filled = Object.entries(result).filter(([, template]) => template !== '');
  const isKept = secrets === 'mask' && draft.signingSecret === draft.storedSigningSecret;
  return {
    ...draft.others,
    url: draft.url,
    method: draft.method,
    headers: Object.fromEntries(
      draft.headers.filter((row) => row.name || row.value).map((row) => [row.name.trim(), valueOf(row, secrets)]),
    ),
    body: draft.body,
    ...(draft.signingSecret ? { signing_secret: isKept ? MASK : draft.signingSecret } : {}),
    ...(filled.length > 0 ? { result: Object.fromEntries(filled) } : {}),
  };
}

function valueOf({ name, value, stored }: HeaderRow, secrets: SecretsAs): string {
  const isKept = secrets === 'mask' && stored?.value === value && stored.name === name.trim();
  return isKept ? MASK : value;
}

/** What to send to create the action. */
export function inputOf(draft: Draft, place: number): ActionInput {
  const { name, icon, isActive } = draft;
  return { name, icon, is_active: isActive, display_order: place, ...configOf(draft, 'text') };
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
  };
}
