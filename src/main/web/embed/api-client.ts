import type { Action, Envelope, ExecutionResult } from './contract';
import type { Credentials } from './credentials';
import { retryAfterSeconds } from './retry-after';
import { ServiceError } from './service-error';

/** Milliseconds; an execution may wait for a script's turn for 20 s and then for its end. */
const LIST_TIMEOUT = 20_000;
const EXECUTE_TIMEOUT = 60_000;

/** The calls of the service that the buttons make. */
export class ApiClient {
  /** @param base URL of the service without a slash at its end */
  constructor(
    readonly base: string,
    private readonly credentials: Credentials,
  ) {}

  /** The active actions in the order to show them. */
  async listActions(signal: AbortSignal): Promise<readonly Action[]> {
    const data = await this.call<{ custom_actions: Action[] }>('/api/custom-actions?is_active=true', {
      signal: AbortSignal.any([signal, AbortSignal.timeout(LIST_TIMEOUT)]),
    });
    if (!Array.isArray(data.custom_actions)) {
      throw new ServiceError('unexpected', '');
    }
    return data.custom_actions;
  }

  /** Runs an action once for each key, however often it is called with that key. */
  execute(actionId: string, contactId: string, key: string): Promise<ExecutionResult> {
    return this.call(`/api/custom-actions/${encodeURIComponent(actionId)}/execute`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ contact_id: contactId }),
      signal: AbortSignal.timeout(EXECUTE_TIMEOUT),
    });
  }

  private async call<T>(path: string, options: RequestInit): Promise<T> {
    const token = await this.token();
    const answer = await this.send(path, options, token);
    if (answer.status !== 401 || !this.credentials.isRenewable) {
      return read<T>(answer);
    }
    await this.credentials.forget(token);
    return read<T>(await this.send(path, options, await this.token()));
  }

  private async token(): Promise<string | undefined> {
    try {
      return await this.credentials.current();
    } catch {
      throw new ServiceError('unauthorized', '');
    }
  }

  private async send(path: string, options: RequestInit, token: string | undefined): Promise<Response> {
    const headers = new Headers(options.headers);
    headers.set('Accept', 'application/json');
    if (token) {
      headers.set('Authorization', `Bearer ${token}`);
    }
    const credentials = this.credentials.areCookies ? 'include' : 'same-origin';
    try {
      return await fetch(this.base + path, { ...options, headers, credentials });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') {
        throw error;
      }
      throw new ServiceError('unreachable', '');
    }
  }
}

async function read<T>(answer: Response): Promise<T> {
  const envelope = await body<T>(answer);
  if (answer.ok && envelope?.status === 'success' && envelope.data) {
    return envelope.data;
  }
  if (envelope?.status !== 'error') {
    throw new ServiceError('unexpected', '', answer.status);
  }
  const retryAfter = retryAfterSeconds(answer.headers.get('Retry-After'));
  throw new ServiceError(kindOf(answer.status), envelope.message, answer.status, envelope.error_type, retryAfter);
}

async function body<T>(answer: Response): Promise<Envelope<T> | undefined> {
  try {
    return await answer.json();
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new ServiceError('unreachable', '');
  }
}

function kindOf(status: number): ServiceError['kind'] {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 429:
    case 503:
      return 'throttled';
    default:
      return 'refused';
  }
}
