import type { ServiceError } from '../shared/service-error';
import type { Action, ExecutionResult, InputValues, PageContext, ToastType } from './contract';
import { openLink } from './navigation';
import type { Details, Extras } from './toast';
import { viewOf } from './tree';

/** Part of all events of a click. */
export interface Click {
  readonly actionId: string;
  /** Empty if the action was run by its id and is not in the list. */
  readonly actionName: string;
  /** The contact it was for, even if another one is shown by now. */
  readonly contactId: string;
}

/** Detail of `actions-loaded`: the buttons of a contact are there. */
export interface ActionsLoaded {
  readonly contactId: string;
  /** In the order of the buttons. */
  readonly actions: readonly Pick<Action, 'id' | 'name' | 'icon'>[];
}

/** Detail of `load-failed`: there are no buttons. */
export interface LoadFailed {
  readonly contactId: string;
  /** What the agent reads. */
  readonly message: string;
  readonly error: ServiceError;
}

/** Detail of `action-started`, before the service is called. If it is cancelled, nothing runs. */
export interface ActionStarted extends Click {
  readonly inputs?: InputValues;
  readonly context?: PageContext;
}

/**
 * Detail of `action-pending`: the service does it in the background. `action-executed` or `action-failed` follows if it ends
 * while the page is open.
 */
export interface ActionPending extends Click {
  readonly executionId: string;
  readonly result: ExecutionResult;
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

/** Detail of `action-notice`: what the agent is to read. If it is cancelled, the element does not show it. */
export interface ActionNotice {
  readonly type: ToastType;
  readonly message: string;
  /** What it is about, such as the action's name. */
  readonly title?: string;
  readonly details?: Details;
  /** What is left to do for the agent: call it in a click. */
  readonly remedy?: NoticeRemedy;
}

export type NoticeRemedy =
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'link'; open(): Promise<void> }
  | { readonly kind: 'retry'; run(): void };

export interface CustomActionsEvents {
  'actions-loaded': CustomEvent<ActionsLoaded>;
  'load-failed': CustomEvent<LoadFailed>;
  'action-asked': CustomEvent<Click>;
  'action-cancelled': CustomEvent<Click>;
  'action-started': CustomEvent<ActionStarted>;
  'action-pending': CustomEvent<ActionPending>;
  'action-executed': CustomEvent<ActionExecuted>;
  'action-failed': CustomEvent<ActionFailed>;
  'action-notice': CustomEvent<ActionNotice>;
}

const CANCELABLE: ReadonlySet<string> = new Set(['action-started', 'action-notice']);

/** An event that leaves shadow roots and can be listened to anywhere above. */
export function publicEvent<K extends keyof CustomActionsEvents>(
  name: K,
  detail: CustomActionsEvents[K]['detail'],
): CustomActionsEvents[K] {
  const cancelable = CANCELABLE.has(name);
  return new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }) as CustomActionsEvents[K];
}

/** A notice as pages get it. */
export function noticeOf(type: ToastType, message: string, extras: Extras, place: Node): ActionNotice {
  const { title, details, remedy } = extras;
  return {
    type,
    message,
    ...(title ? { title } : {}),
    ...(details ? { details } : {}),
    ...(remedy ? { remedy: publicRemedy(remedy, place) } : {}),
  };
}

function publicRemedy(remedy: NonNullable<Extras['remedy']>, place: Node): NoticeRemedy {
  if (remedy.kind !== 'link') {
    return remedy;
  }
  const again = remedy.again ?? (() => Promise.resolve(remedy.url));
  return { kind: 'link', open: () => openLink(again, remedy.isHere ?? false, viewOf(place)) };
}

declare global {
  interface HTMLElementEventMap extends CustomActionsEvents {}
}
