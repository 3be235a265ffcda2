import type { Envelope } from '../../embed/contract';
import { ApiError } from './api-error';

/** Milliseconds; a webhook and the wait for a script's turn take the longest. */
const TIMEOUT = 60_000;

/** Has the token that calls are made with. */
export interface Tokens {
  /** The token, as soon as there is one. */
  token(): Promise<string>;
  /** The service does not accept this token. */
  refuse(token: string): void;
}

/** Hears of each call whether the service could be reached. */
export interface Reachability {
  answered(): void;
  failed(error: ApiError): void;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Makes calls with the token of the session. A call whose token is refused waits for another and is made again. */
export class ApiClient {
  /** @param base URL of the service without a slash at its end */
  constructor(
    readonly base: string,
    private readonly tokens: Tokens,
    private readonly reachability: Reachability,
  ) {}

  async call<T>(path: string, call: Call = {}): Promise<T> {
    for (;;) {
      const token = await this.tokens.token();
      const answer = await this.attempt(path, call, token);
      if (answer.status !== 401) {
        return this.read<T>(answer);
      }
      this.tokens.refuse(token);
    }
  }

  private async attempt(path: string, { method, body, headers, signal }: Call, token: string): Promise<Response> {
    const timeout = AbortSignal.timeout(TIMEOUT);
    try {
      return await fetch(this.base + path, {
        method: method ?? 'GET',
        body: body === undefined ? undefined : JSON.stringify(body),
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (error) {
      throw this.noAnswer(error);
    }
  }

  private async read<T>(answer: Response): Promise<T> {
    const envelope = await this.envelope<T>(answer);
    if (answer.ok && envelope?.status === 'success') {
      this.reachability.answered();
      return envelope.data;
    }
    const error = errorOf(answer.status, envelope);
    if (error.isOutage) {
      this.reachability.failed(error);
    } else {
      this.reachability.answered();
    }
    throw error;
  }

  private async envelope<T>(answer: Response): Promise<Envelope<T> | undefined> {
    try {
      return await answer.json();
    } catch (error) {
      if (error instanceof SyntaxError) {
        return undefined;
      }
      throw this.noAnswer(error);
    }
  }

  /** A call that its caller gave up stays one. */
  private noAnswer(error: unknown): unknown {
    if (error instanceof DOMException && error.name === 'AbortError') {
      return error;
    }
    const unreachable = new ApiError('unreachable', '', [], true);
    this.reachability.failed(unreachable);
    return unreachable;
  }
}

function errorOf(status: number, envelope: Envelope<unknown> | undefined): ApiError {
  if (envelope?.status !== 'error') {
    return new ApiError(status >= 500 ? 'unavailable' : 'unexpected', '', [], status >= 500);
  }
  const isUnknown = status >= 500 || status === 409;
  return new ApiError(kindOf(status), envelope.message, envelope.errors, isUnknown);
}

function kindOf(status: number): ApiError['kind'] {
  switch (status) {
    case 403:
      return 'forbidden';
    case 404:
      return 'missing';
    case 503:
      return 'unavailable';
    default:
      return 'refused';
  }
}
