import { callService, type ServiceRequest } from '../shared/http';
import { ServiceError } from '../shared/service-error';
import { advise, adviseOn } from './advice';
import type { Action, ExecutionResult, ExecutionState, Sent } from './contract';
import type { Credentials } from './credentials';

/** Milliseconds; a webhook may take a minute, and a script may wait for its turn for 20 s and then for its end. */
const LIST_TIMEOUT = 20_000;
const EXECUTE_TIMEOUT = 90_000;

/** The calls of the service that the buttons make. */
export class ApiClient {
  /** @param base URL of the service without a slash at its end */
  constructor(
    readonly base: string,
    private readonly credentials: Credentials,
  ) {}

  /**
   * The active actions in the order to show them.
   *
   * @param contactId the contact that they are for; all of them without one
   */
  async listActions(signal: AbortSignal, contactId?: string): Promise<readonly Action[]> {
    const contact = contactId ? `&contact_id=${encodeURIComponent(contactId)}` : '';
    const data = await this.call<{ custom_actions: Action[] }>(`/api/custom-actions?is_active=true${contact}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(LIST_TIMEOUT)]),
    });
    if (!Array.isArray(data.custom_actions)) {
      throw new ServiceError('unexpected');
    }
    return data.custom_actions;
  }

  /** Runs an action once for each key, however often it is called with that key. */
  execute(actionId: string, contactId: string, key: string, sent: Sent = {}): Promise<ExecutionResult> {
    return this.call(`/api/custom-actions/${encodeURIComponent(actionId)}/execute`, {
      method: 'POST',
      headers: { ...this.credentials.csrfHeaders, 'Idempotency-Key': key },
      body: { contact_id: contactId, ...sent },
      signal: AbortSignal.timeout(EXECUTE_TIMEOUT),
    });
  }

  /** Another path to the page that an execution led to; nothing runs again. */
  async redirectAgain(executionId: string): Promise<string> {
    const path = `/api/custom-actions/executions/${encodeURIComponent(executionId)}/redirect`;
    const data = await this.call<{ redirect_url: string }>(path, {
      method: 'POST',
      headers: this.credentials.csrfHeaders,
      signal: AbortSignal.timeout(LIST_TIMEOUT),
    });
    return data.redirect_url;
  }

  /** How an execution in the background stands. */
  state(executionId: string, signal?: AbortSignal): Promise<ExecutionState> {
    const timeout = AbortSignal.timeout(LIST_TIMEOUT);
    return this.call(`/api/custom-actions/executions/${encodeURIComponent(executionId)}/state`, {
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  }

  /** Another path to the page that an execution in the background led to, as long as its answer is kept. */
  async redirectOfState(executionId: string): Promise<string> {
    const { answer } = await this.state(executionId);
    if (!answer?.redirect_url) {
      throw new ServiceError('unexpected');
    }
    return answer.redirect_url;
  }

  private async call<T>(path: string, request: ServiceRequest): Promise<T> {
    try {
      return await this.callTwice<T>(path, request);
    } catch (error) {
      if (error instanceof ServiceError) {
        adviseOn(error, this.base, this.credentials.areCookies);
      }
      throw error;
    }
  }

  /** A call whose token is refused is made once more if another token can be had. */
  private async callTwice<T>(path: string, request: ServiceRequest): Promise<T> {
    const token = await this.token();
    try {
      return await this.attempt<T>(path, request, token);
    } catch (error) {
      if (!(error instanceof ServiceError && error.status === 401 && this.credentials.isRenewable)) {
        throw error;
      }
    }
    await this.credentials.forget(token);
    return this.attempt<T>(path, request, await this.token());
  }

  private attempt<T>(path: string, request: ServiceRequest, token: string | undefined): Promise<T> {
    const credentials = this.credentials.areCookies ? 'include' : 'same-origin';
    return callService(this.base + path, { ...request, token, credentials });
  }

  private async token(): Promise<string | undefined> {
    try {
      return await this.credentials.current();
    } catch (error) {
      advise(`getToken failed: ${error}`);
      throw new ServiceError('unauthorized');
    }
  }
}
