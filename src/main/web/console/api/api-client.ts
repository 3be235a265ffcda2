import { callTagged, type ServiceRequest, type Tagged } from '../../shared/http';
import { ServiceError } from '../../shared/service-error';

/** Milliseconds; a webhook and the wait for a script's turn take the longest. */
const TIMEOUT = 90_000;

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
  failed(error: ServiceError): void;
}

export type Call = Omit<ServiceRequest, 'token' | 'credentials'>;

/** Makes calls with the token of the session. A call whose token is refused waits for another and is made again. */
export class ApiClient {
  /** @param base URL of the service without a slash at its end */
  constructor(
    readonly base: string,
    private readonly tokens: Tokens,
    private readonly reachability: Reachability,
  ) {}

  async call<T>(path: string, call: Call = {}): Promise<T> {
    return (await this.tagged<T>(path, call)).data;
  }

  /** The same, with the tag of what was answered. */
  async tagged<T>(path: string, call: Call = {}): Promise<Tagged<T>> {
    for (;;) {
      const token = await this.tokens.token();
      try {
        return await this.attempt<T>(path, call, token);
      } catch (error) {
        if (!(error instanceof ServiceError && error.status === 401)) {
          throw error;
        }
        this.tokens.refuse(token);
      }
    }
  }

  private async attempt<T>(path: string, call: Call, token: string): Promise<Tagged<T>> {
    const timeout = AbortSignal.timeout(TIMEOUT);
    const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
    try {
      const answer = await callTagged<T>(this.base + path, { ...call, token, signal });
      this.reachability.answered();
      return answer;
    } catch (error) {
      if (error instanceof ServiceError) {
        this.note(error);
      }
      throw error;
    }
  }

  private note(error: ServiceError): void {
    if (error.isOutage) {
      this.reachability.failed(error);
    } else if (error.status !== 401) {
      this.reachability.answered();
    }
  }
}
