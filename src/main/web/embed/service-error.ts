/**
 * Why a call brought no result:
 * `unreachable` no answer came, `unauthorized` a 401 that a new token did not cure, `throttled` a 429 or 503 that says when
 * to come again, `refused` every other error of the service, `unexpected` an answer that is not the service's.
 */
export type ErrorKind = 'unreachable' | 'unauthorized' | 'throttled' | 'refused' | 'unexpected';

/** A call that failed. Its message is the service's sentence, where the service answered with one. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly kind: ErrorKind,
    message: string,
    /** HTTP status; absent where no answer came. */
    readonly status?: number,
    /** The service's `error_type`. */
    readonly errorType?: string,
    /** Seconds until the service wants to be asked again. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** The call may have taken effect although its answer was lost, so the next try has to be the same call again. */
  get isOutcomeUnknown(): boolean {
    return this.kind === 'unreachable' || this.kind === 'throttled' || this.status === 409 || this.isServerError;
  }

  private get isServerError(): boolean {
    return this.status !== undefined && this.status >= 500;
  }
}
