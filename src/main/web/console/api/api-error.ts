import type { FieldError } from './contract';

/**
 * Why a call brought no result: `unreachable` no answer came, `unavailable` a 503 or what a gateway says in the service's
 * place, `forbidden` a 403, `missing` a 404, `refused` every other error of the service, `unexpected` an answer that is not
 * the service's.
 */
export type ApiErrorKind = 'unreachable' | 'unavailable' | 'forbidden' | 'missing' | 'refused' | 'unexpected';

const SENTENCES: Readonly<Partial<Record<ApiErrorKind, string>>> = {
  unreachable: 'The service cannot be reached.',
  unavailable: 'The service is not available right now.',
  unexpected: 'The service gave an answer that cannot be read.',
};

/** A call that failed, with a sentence for whoever made it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly kind: ApiErrorKind,
    message = '',
    /** The fields at fault, by the service's names for them. */
    readonly fields: readonly FieldError[] = [],
    /** The call may have taken effect although it brought no result. */
    readonly isOutcomeUnknown = false,
  ) {
    super(message || SENTENCES[kind] || '');
  }

  /** The service is away and may come back by itself. */
  get isOutage(): boolean {
    return this.kind === 'unreachable' || this.kind === 'unavailable';
  }
}

/** The error of a call; anything else is a fault of this page and thrown on. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  throw error;
}
