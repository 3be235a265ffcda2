import type { ExecutionResult, Sent } from '../../embed/contract';
import type { ApiClient } from './api-client';
import type {
  ActionInput,
  ActionStats,
  Change,
  Contact,
  CustomAction,
  Execution,
  Page,
  Secret,
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
  constructor(private readonly client: ApiClient) {}

  /** URL of the service without a slash at its end. */
  get service(): string {
    return this.client.base;
  }

  async list(): Promise<readonly CustomAction[]> {
    return (await this.client.call<{ custom_actions: CustomAction[] }>(ACTIONS)).custom_actions;
  }

  create(action: ActionInput): Promise<CustomAction & Warned> {
    return this.client.call(ACTIONS, { method: 'POST', body: action });
  }

  update(id: string, changes: ActionInput): Promise<CustomAction & Warned> {
    return this.client.call(`${ACTIONS}/${id}`, { method: 'PUT', body: changes });
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

  preview(what: TypedConfig, contactId: string | undefined, signal: AbortSignal): Promise<unknown> {
    const body = { action_type: what.action_type, config: what.config, contact_id: contactId };
    return this.client.call(`${ACTIONS}/preview`, { method: 'POST', body, signal });
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
