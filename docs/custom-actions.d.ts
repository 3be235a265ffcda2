// Types of <custom-actions>, for pages in TypeScript. docs/embedding.md explains them.

/** `<custom-actions>`: the buttons of an organization, each run for one contact. */
export interface CustomActionsElement extends HTMLElement {
  /** The contact that actions are run for. Without one, nothing is shown. */
  contactId: string;
  /** URL of the service, relative to the page; by default where the module came from. */
  baseUrl: string;
  /** A token of the agent. */
  token: string | undefined;
  /** Gets a token; called again when the service refuses the last one. */
  getToken: (() => string | Promise<string>) | undefined;
  /** Texts that replace the English ones. */
  labels: Partial<Labels>;
  /** Reads the actions again. */
  refresh(): Promise<void>;
  /**
   * Runs an action as a click on its button does.
   *
   * @returns what the service answered; undefined where the action runs already, where no contact is shown, and where the
   *     call failed, which `action-failed` tells of
   */
  execute(actionId: string): Promise<ExecutionResult | undefined>;
}

/** What came of a click. What does not apply is absent. */
export interface ExecutionResult {
  readonly success: boolean;
  readonly message: string;
  readonly toast?: { readonly message: string; readonly type: ToastType };
  /** Path on the service that leads to the page once, within seconds. */
  readonly redirect_url?: string;
  readonly clipboard?: string;
  readonly open_in_new_tab?: boolean;
  readonly data?: unknown;
  readonly execution_id?: string;
}

export type ToastType = 'success' | 'error' | 'info' | 'warning';

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

/**
 * `unreachable` no answer came, `unauthorized` a 401 that a new token did not cure, `throttled` a 429 or 503, `refused` every
 * other error of the service, `unexpected` an answer that is not the service's.
 */
export type ErrorKind = 'unreachable' | 'unauthorized' | 'throttled' | 'refused' | 'unexpected';

export interface ServiceError extends Error {
  readonly kind: ErrorKind;
  /** HTTP status; absent where no answer came. */
  readonly status?: number;
  /** The service's `error_type`. */
  readonly errorType?: string;
  /** Seconds until the service wants to be asked again. */
  readonly retryAfter?: number;
}

/** Every text that the element itself says. `{name}` and `{seconds}` are filled in. */
export interface Labels {
  toolbar: string;
  more: string;
  loading: string;
  empty: string;
  retry: string;
  running: string;
  unreachable: string;
  unauthorized: string;
  throttled: string;
  throttledFor: string;
  unexpected: string;
  badAddress: string;
  blockedTab: string;
  openPage: string;
  badRedirect: string;
  copied: string;
  copyByHand: string;
  copy: string;
  dismiss: string;
  notifications: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'custom-actions': CustomActionsElement;
  }
  interface HTMLElementEventMap {
    'action-executed': CustomEvent<ActionExecuted>;
    'action-failed': CustomEvent<ActionFailed>;
  }
}
