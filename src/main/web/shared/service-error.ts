import type { FieldError } from './envelope';

/**
 * Why a call brought no result:
 * `unreachable` no answer came, `unauthorized` a 401 that a new token did not cure, `throttled` a 429 or 503 that says when
 * to come again, `refused` every other error of the service, `unexpected` an answer that is not the service's.
 */
export type ErrorKind = 'unreachable' | 'unauthorized' | 'throttled' | 'refused' | 'unexpected';

/** What the service said, and how. */
export interface ErrorDetails {
  readonly message?: string;
  readonly status?: number;
  readonly errorType?: string;
  readonly retryAfter?: number;
  readonly fields?: readonly FieldError[];
  readonly current?: unknown;
  readonly tag?: string;
}

/** A call that failed. Its message is the service's sentence; empty if the service said none. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** HTTP status; absent if no answer came. */
  readonly status?: number;
  /** The service's `error_type`. */
  readonly errorType?: string;
  /** Seconds until the service wants to be asked again. */
  readonly retryAfter?: number;
  /** The fields at fault. */
  readonly fields: readonly FieldError[];
  /** What is there instead of what the caller relied on. */
  readonly current?: unknown;
  /** Its tag. */
  readonly tag?: string;

  constructor(
    readonly kind: ErrorKind,
    { message = '', status, errorType, retryAfter, fields = [], current, tag }: ErrorDetails = {},
  ) {
    super(message);
    this.status = status;
    this.errorType = errorType;
    this.retryAfter = retryAfter;
    this.fields = fields;
    this.current = current;
    this.tag = tag;
  }

  /** The call may have taken effect although its answer was lost, so the next try has to be the same call again. */
  get isOutcomeUnknown(): boolean {
    return this.kind === 'unreachable' || this.kind === 'throttled' || this.status === 409 || this.isServerError;
  }

  /** The service is away and may come back by itself; a gateway may have said so in its place. */
  get isOutage(): boolean {
    return this.kind === 'unreachable' || this.status === 503 || (this.kind === 'unexpected' && this.isServerError);
  }

  private get isServerError(): boolean {
    return this.status !== undefined && this.status >= 500;
  }
}
