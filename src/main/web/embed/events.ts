import type { ServiceError } from '../shared/service-error';
import type { ExecutionResult } from './contract';

/** Of both events: the click. */
export interface Click {
  readonly actionId: string;
  /** Empty where the action was run by its id and is not in the list. */
  readonly actionName: string;
  /** The contact it was for, which need not be the one shown by now. */
  readonly contactId: string;
}

/** Detail of `action-executed`: the action did what it is for. */
export interface ActionExecuted extends Click {
  readonly result: ExecutionResult;
}

/** Detail of `action-failed`: it did not. */
export interface ActionFailed extends Click {
  /** One sentence that says why. */
  readonly message: string;
  /** What the service answered, where the action itself failed. */
  readonly result?: ExecutionResult;
  /** Why the call failed, where it did. */
  readonly error?: ServiceError;
}

export interface CustomActionsEvents {
  'action-executed': CustomEvent<ActionExecuted>;
  'action-failed': CustomEvent<ActionFailed>;
}

/** An event that leaves shadow roots and can be listened to anywhere above. */
export function publicEvent<K extends keyof CustomActionsEvents>(
  name: K,
  detail: CustomActionsEvents[K]['detail'],
): CustomActionsEvents[K] {
  return new CustomEvent(name, { detail, bubbles: true, composed: true }) as CustomActionsEvents[K];
}

declare global {
  interface HTMLElementEventMap extends CustomActionsEvents {}
}
