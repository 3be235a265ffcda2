import type { ServiceError } from '../shared/service-error';
import type { ExecutionResult } from './contract';
import type { Details, Extras } from './toast';

/** Outcomes of calls that were not made or had no effect, so that another try does nothing twice. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'unknown_host',
  'connect',
  'tls',
  'token',
  'overloaded',
  'circuit_open',
  'script_stopped',
]);

/** Fields in which services say what is wrong, the most telling first. */
const TELLING = ['message', 'error_description', 'detail', 'description', 'error', 'title', 'errors', 'body'];
const MAX_ANSWER = 500;

/**
 * What a notice tells of an action that failed.
 *
 * @param text what the agent reads of it
 */
export function failureOf(result: ExecutionResult, text: string, name: string, retry?: () => void): Extras {
  const details: Details = {
    status: text !== result.message ? result.message : result.outcome,
    answer: saidBy(result.data),
    executionId: result.execution_id,
  };
  return {
    title: name || undefined,
    details: hasAny(details) ? details : undefined,
    remedy: retry && WITHOUT_EFFECT.has(result.outcome ?? '') ? { kind: 'retry', run: retry } : undefined,
  };
}

/**
 * What a notice tells of a call that failed. Where nobody knows how it ended, the next try is the same click.
 *
 * @param text what the agent reads of it
 */
export function failedCall(error: ServiceError, text: string, name: string, retry: () => void): Extras {
  const status = [error.status, error.errorType].filter((part) => part !== undefined).join(' ');
  const answer = error.message && error.message !== text ? { answer: error.message } : {};
  return {
    title: name || undefined,
    details: status ? { status, ...answer } : undefined,
    remedy: error.isOutcomeUnknown ? { kind: 'retry', run: retry } : undefined,
  };
}

/** The words of an upstream's answer, as far as they can be told from the rest. */
export function saidBy(data: unknown): string | undefined {
  if (typeof data === 'string') {
    return data.trim().slice(0, MAX_ANSWER) || undefined;
  }
  if (Array.isArray(data)) {
    return saidBy(data[0]);
  }
  if (typeof data !== 'object' || data === null) {
    return undefined;
  }
  const fields = data as Readonly<Record<string, unknown>>;
  for (const name of TELLING) {
    const said = saidBy(fields[name]);
    if (said) {
      return said;
    }
  }
  return undefined;
}

function hasAny({ status, answer, executionId }: Details): boolean {
  return [status, answer, executionId].some((part) => part !== undefined);
}
