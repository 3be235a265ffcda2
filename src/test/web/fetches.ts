/** A request that was made instead of a real one. */
export interface Fetched {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly credentials: RequestCredentials | undefined;
}

export type Answer = Response | Error;

/** Answers the calls of a test one after another, and tells what they were. */
export function answerFetches(...answers: readonly Answer[]): readonly Fetched[] {
  const fetched: Fetched[] = [];
  globalThis.fetch = (url, { method = 'GET', headers, body, credentials, signal } = {}) => {
    const answer = answers[fetched.length];
    fetched.push({ url: String(url), method, headers: new Headers(headers), body, credentials });
    if (signal?.aborted) {
      return Promise.reject(signal.reason);
    }
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer);
  };
  return fetched;
}

export function success(data: unknown): Response {
  return Response.json({ status: 'success', data });
}

export function failure(status: number, rest: Readonly<Record<string, unknown>> = {}, headers?: HeadersInit): Response {
  const body = { status: 'error', message: `A ${status}`, error_type: 'some_error', ...rest };
  return Response.json(body, { status, headers });
}

/** What browsers throw if there is no connection. */
export const NO_CONNECTION = new TypeError('Failed to fetch');
