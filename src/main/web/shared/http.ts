import type { Envelope } from './envelope';
import { retryAfterSeconds } from './retry-after';
import { type ErrorKind, ServiceError } from './service-error';

export interface ServiceRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Says who calls; without one, cookies may. */
  readonly token?: string;
  readonly credentials?: RequestCredentials;
  /** Gives the call up: by a timeout, which counts as no answer, or because nobody wants it any more. */
  readonly signal?: AbortSignal;
}

/** The `data` of an answer, and its entity tag if it has one. */
export interface Tagged<T> {
  readonly data: T;
  readonly tag?: string;
}

/**
 * Calls the service once.
 *
 * @returns the `data` of its answer
 * @throws ServiceError if the call brought no result
 * @throws DOMException `AbortError` if the caller gave it up
 */
export async function callService<T>(url: string, request: ServiceRequest): Promise<T> {
  return (await callTagged<T>(url, request)).data;
}

/** The same, with the tag of what was answered. */
export async function callTagged<T>(url: string, request: ServiceRequest): Promise<Tagged<T>> {
  const answer = await answered(fetch(url, optionsOf(request)));
  const envelope = await answered(envelopeOf<T>(answer));
  if (answer.ok && envelope?.status === 'success' && envelope.data) {
    return { data: envelope.data, tag: tagIn(answer) };
  }
  throw errorOf(answer, envelope);
}

/** A gateway that compresses may have made it a weak one, which no condition on a change ever meets. */
function tagIn({ headers }: Response): string | undefined {
  return headers.get('ETag')?.replace(/^W\//, '');
}

function optionsOf({ method = 'GET', body, headers, token, credentials, signal }: ServiceRequest): RequestInit {
  return {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    credentials,
    signal,
  };
}

/** What was awaited, unless the connection failed or nothing came in time. */
async function answered<T>(awaited: Promise<T>): Promise<T> {
  try {
    return await awaited;
  } catch (error) {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new ServiceError('unreachable');
  }
}

/** Undefined if the answer is not the service's. */
async function envelopeOf<T>(answer: Response): Promise<Envelope<T> | undefined> {
  try {
    return await answer.json();
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function errorOf(answer: Response, envelope: Envelope<unknown> | undefined): ServiceError {
  const { status, headers } = answer;
  if (envelope?.status !== 'error') {
    return new ServiceError('unexpected', { status });
  }
  return new ServiceError(kindOf(status), {
    message: envelope.message,
    status,
    errorType: envelope.error_type,
    retryAfter: retryAfterSeconds(headers.get('Retry-After')),
    fields: envelope.errors,
    current: envelope.data,
    tag: tagIn(answer),
  });
}

function kindOf(status: number): ErrorKind {
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
