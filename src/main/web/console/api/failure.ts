import { ServiceError } from '../../shared/service-error';
import { words } from '../words/spoken';

/** The error of a call; anything else is a fault of this page and thrown on. */
export function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) {
    return error;
  }
  throw error;
}

/** Whether the service, and not a gateway before it, refused a call with a status. */
export function isRefusal(error: unknown, status: number): error is ServiceError {
  return error instanceof ServiceError && error.kind === 'refused' && error.status === status;
}

/** What a manager reads of an error: the service's own words if it said any. */
export function sentenceOf(error: ServiceError): string {
  if (error.message) {
    return error.message;
  }
  if (error.kind === 'unreachable') {
    return words.errors.unreachable;
  }
  return error.isOutage ? words.errors.away : words.errors.unreadable;
}
