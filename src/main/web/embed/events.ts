import type { ServiceError } from '../shared/service-error';
import type { ExecutionResult } from './contract';

/** Part of both events: the click. */
export interface Click {
  readonly actionId: string;
  /** Empty if the action was run by its id and is not in the list. */
  readonly actionName: string;
  /** The contact it was for, even if another one is shown by now. */
  readonly contactId: string;
}

/** Detail of `action-executed`: the action succeeded. */
export interface ActionExecuted extends Click {
  readonly result: ExecutionResult;
}

/** Detail of `action-failed`: the action or the call failed. */
export interface ActionFailed extends Click {
  /** One sentence that says why. */
  readonly message: string;
  /** The service's answer, if the action itself failed. */
  readonly result?: ExecutionResult;
  /** Why the call failed, if it did. */
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
