import type { ExecutionResult, Sent } from '../../embed/contract';
import type { ApiClient, Call } from './api-client';
import type {
  ActionDocument,
  ActionInput,
  ActionStats,
  Change,
  Contact,
  CustomAction,
  Execution,
  ImportReport,
  Me,
  Page,
  PreviewSample,
  Secret,
  TrialResult,
  TypedConfig,
  Warned,
} from './contract';
import { isRefusal } from './failure';
import { type HistoryFilters, parametersOf } from './history-filters';

const ACTIONS = '/api/custom-actions';
const SECRETS = '/api/secrets';
const PAGE = 20;
const CONTACTS = 8;
/** Names nothing (RFC 9562, 5.9). */
const NIL = '00000000-0000-0000-0000-000000000000';

/** The calls that the console makes. */
export class ActionsApi {
  /** By the id of the action: of which version it is. */
  private readonly tags = new Map<string, { readonly updatedAt: string; readonly tag: string | undefined }>();

  constructor(private readonly client: ApiClient) {}

  /** URL of the service without a slash at its end. */
  get service(): string {
    return this.client.base;
  }

  async list(): Promise<readonly CustomAction[]> {
    return (await this.client.call<{ custom_actions: CustomAction[] }>(ACTIONS)).custom_actions;
  }

  /** One action as it is now, and by this its tag. */
  read(id: string): Promise<CustomAction> {
    return this.tagged(`${ACTIONS}/${id}`);
  }

  create(action: ActionInput): Promise<CustomAction & Warned> {
    return this.tagged(ACTIONS, { method: 'POST', body: action });
  }

  /**
   * Changes the fields that are given.
   *
   * @param tag what the action has to be still, or the service refuses with 412 and says what it is; undefined if anything
   */
  update(id: string, changes: ActionInput, tag?: string): Promise<CustomAction & Warned> {
    const headers = tag === undefined ? undefined : { 'If-Match': tag };
    return this.tagged(`${ACTIONS}/${id}`, { method: 'PUT', body: changes, headers });
  }

  /** The tag of an action as it is known here; undefined if it was never read alone. */
  tagOf({ id, updated_at }: Pick<CustomAction, 'id' | 'updated_at'>): string | undefined {
    const known = this.tags.get(id);
    return known?.updatedAt === updated_at ? known.tag : undefined;
  }

  /** The action as it is now, if an error says that it is not what the tag was of. */
  newer(error: unknown): CustomAction | undefined {
    if (!isRefusal(error, 412) || !error.current) {
      return undefined;
    }
    const action = error.current as CustomAction;
    this.remember(action, error.tag);
    return action;
  }

  /** Takes a deletion back. */
  restore(id: string): Promise<CustomAction & Warned> {
    return this.tagged(`${ACTIONS}/${id}/restore`, { method: 'POST' });
  }

  private async tagged<T extends CustomAction>(path: string, call: Call = {}): Promise<T> {
    const { data, tag } = await this.client.tagged<T>(path, call);
    this.remember(data, tag);
    return data;
  }

  private remember({ id, updated_at: updatedAt }: CustomAction, tag: string | undefined): void {
    this.tags.set(id, { updatedAt, tag });
  }

  async remove(id: string): Promise<void> {
    await this.client.call(`${ACTIONS}/${id}`, { method: 'DELETE' });
  }

  /** Puts actions in an order, all or none. */
  async order(ids: readonly string[]): Promise<readonly CustomAction[]> {
    const list = await this.client.call<{ custom_actions: CustomAction[] }>(`${ACTIONS}/order`, {
      method: 'PUT',
      body: { ids },
    });
    return list.custom_actions;
  }

  export(): Promise<ActionDocument> {
    return this.client.call(`${ACTIONS}/export`);
  }

  /** Imports actions, all or none; a dry run only tells what that would do. */
  import(document: ActionDocument, isDryRun: boolean): Promise<ImportReport> {
    return this.client.call(`${ACTIONS}/import?dry_run=${isDryRun}`, { method: 'POST', body: document });
  }

  preview(
    what: TypedConfig,
    contactId: string | undefined,
    signal: AbortSignal,
    sample: PreviewSample = {},
  ): Promise<unknown> {
    const body = { action_type: what.action_type, config: what.config, contact_id: contactId, ...sample };
    return this.client.call(`${ACTIONS}/preview`, { method: 'POST', body, signal });
  }

  /**
   * Runs a config once and for real.
   *
   * @param what with the id of the action whose stored secrets are meant by masks
   */
  try(what: TypedConfig & Sent & { readonly id?: string; readonly contact_id: string }): Promise<TrialResult> {
    return this.client.call(`${ACTIONS}/try`, { method: 'POST', body: what });
  }

  /** Runs an action once for each key, however often it is called with that key. */
  execute(id: string, contactId: string, key: string, sent: Sent = {}): Promise<ExecutionResult> {
    return this.client.call(`${ACTIONS}/${id}/execute`, {
      method: 'POST',
      body: { contact_id: contactId, ...sent },
      headers: { 'Idempotency-Key': key },
    });
  }

  /** Executions of an action, deleted or not, or of all, newest first. */
  async history(
    { action_id, ...filters }: HistoryFilters,
    before: string | undefined,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Page<Execution>> {
    const query = parametersOf(filters);
    query.set('limit', String(limit));
    if (before) {
      query.set('before', before);
    }
    const path = `${ACTIONS}${action_id ? `/${encodeURIComponent(action_id)}` : ''}/executions?${query}`;
    const page = await this.client.call<{ executions: Execution[]; next_before: string | null }>(path, { signal });
    return { entries: page.executions, next: page.next_before };
  }

  /** How actions were used since so many days, the busiest first. */
  async stats(days: number): Promise<readonly ActionStats[]> {
    return (await this.client.call<{ actions: ActionStats[] }>(`${ACTIONS}/stats?days=${days}`)).actions;
  }

  /** One execution, with its exchange where one is kept. */
  execution(id: string): Promise<Execution> {
    return this.client.call(`${ACTIONS}/executions/${id}`);
  }

  async changes(id: string, before?: string): Promise<Page<Change>> {
    const path = pageOf(`${ACTIONS}/${id}/changes`, before);
    const page = await this.client.call<{ changes: Change[]; next_before?: string | null }>(path);
    return { entries: page.changes, next: page.next_before ?? null };
  }

  async secrets(): Promise<readonly Secret[]> {
    return (await this.client.call<{ secrets: Secret[] }>(SECRETS)).secrets;
  }

  async secretNames(): Promise<readonly string[]> {
    return (await this.secrets()).map(({ name }) => name);
  }

  /** Stores a secret, or another value for it. */
  async storeSecret(name: string, value: string): Promise<void> {
    await this.client.call(`${SECRETS}/${encodeURIComponent(name)}`, { method: 'PUT', body: { value } });
  }

  async removeSecret(name: string): Promise<void> {
    await this.client.call(`${SECRETS}/${encodeURIComponent(name)}`, { method: 'DELETE' });
  }

  me(): Promise<Me> {
    return this.client.call(`${ACTIONS}/me`);
  }

  contact(id: string, signal?: AbortSignal): Promise<Contact> {
    return this.client.call(`/api/contacts/${encodeURIComponent(id)}`, { signal });
  }

  async contacts(search: string, signal: AbortSignal): Promise<readonly Contact[]> {
    const query = new URLSearchParams({ search, limit: String(CONTACTS) });
    return (await this.client.call<{ contacts: Contact[] }>(`/api/contacts?${query}`, { signal })).contacts;
  }

  /**
   * Whether the caller may change actions, which only the service knows: the history is for those alone.
   *
   * @param id an action, if there is one
   */
  async isManager(id = NIL): Promise<boolean> {
    try {
      await this.client.call(`${ACTIONS}/${id}/executions?limit=1`);
      return true;
    } catch (error) {
      if (isRefusal(error, 404)) {
        return true;
      }
      if (isRefusal(error, 403)) {
        return false;
      }
      throw error;
    }
  }
}

function pageOf(path: string, before: string | undefined): string {
  const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
  return `${path}?${query}`;
}
