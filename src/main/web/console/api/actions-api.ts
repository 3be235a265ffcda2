import type { ExecutionResult, Sent } from '../../embed/contract';
import type { ApiClient } from './api-client';
import type {
  ActionDocument,
  ActionInput,
  Change,
  Contact,
  CustomAction,
  Execution,
  ImportReport,
  Me,
  Page,
  Secret,
  TypedConfig,
  Warned,
} from './contract';
import { isRefusal } from './failure';

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

  export(): Promise<ActionDocument> {
    return this.client.call(`${ACTIONS}/export`);
  }

  /** Imports actions, all or none; a dry run only tells what that would do. */
  import(document: ActionDocument, isDryRun: boolean): Promise<ImportReport> {
    return this.client.call(`${ACTIONS}/import?dry_run=${isDryRun}`, { method: 'POST', body: document });
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

  async executions(id: string, before?: string): Promise<Page<Execution>> {
    const path = pageOf(`${ACTIONS}/${id}/executions`, before);
    const page = await this.client.call<{ executions: Execution[]; next_before: string | null }>(path);
    return { entries: page.executions, next: page.next_before };
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
    return this.client.call('/api/me');
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
