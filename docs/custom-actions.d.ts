// Types of <custom-actions>, for pages in TypeScript. docs/embedding.md explains them.

/** `<custom-actions>`: the buttons of an organization, each run for one contact. */
export interface CustomActionsElement extends HTMLElement {
  /** The contact that actions run for. Without one, nothing is shown. */
  contactId: string;
  /** URL of the service, relative to the page; by default, where the module was loaded from. */
  baseUrl: string;
  /** A token of the agent. */
  token: string | undefined;
  /** Gets a token; called again when the service refuses the last one. */
  getToken: (() => string | Promise<string>) | undefined;
  /** Name of the cookie that the service checks changes by, where the page is signed in by a cookie. */
  csrfCookie: string;
  /** Name of the header that repeats it. */
  csrfHeader: string;
  /** What the page hands over with each click, up to 16 KiB as JSON: conversation, message, draft. */
  context: PageContext | undefined;
  /** Texts that replace those of the page's language. */
  labels: GivenLabels;
  /** `off` where the page shows notices itself, which it is told of by `action-notice`. */
  notify: 'on' | 'off';
  /** Focuses the button that the Tab key reaches; before the buttons are there, as soon as they are. */
  focus(options?: FocusOptions): void;
  /** Loads the actions again. */
  refresh(): Promise<void>;
  /**
   * Runs an action like a click on its button.
   *
   * @param inputs what the agent has filled in already; without them, the element asks
   * @returns the service's answer; undefined if the action is already running, if no contact is shown, if the agent does not
   *     want to, or if the call failed, which `action-failed` reports
   */
  execute(actionId: string, inputs?: InputValues): Promise<ExecutionResult | undefined>;
}

/** The class of the element, in the module that defines it. */
export const CustomActionsElement: { new (): CustomActionsElement; readonly prototype: CustomActionsElement };

/** The properties that a page may set. */
export type CustomActionsProperties = Omit<CustomActionsElement, keyof HTMLElement | 'refresh' | 'execute'>;

/** The attributes that a page may write. */
export interface CustomActionsAttributes {
  'contact-id'?: string;
  'base-url'?: string;
  'csrf-cookie'?: string;
  'csrf-header'?: string;
  /** By default, what the agent's system uses. */
  theme?: 'light' | 'dark';
  notify?: 'on' | 'off';
}

/** What the page hands over with a click. */
export type PageContext = Readonly<Record<string, unknown>>;

/** What the agent filled in, by the name of the field; null for a number that is left empty although it has a default. */
export type InputValues = Readonly<Record<string, string | number | boolean | null>>;

/** The result of a click. Fields that do not apply are absent. */
export interface ExecutionResult {
  readonly success: boolean;
  readonly message: string;
  readonly toast?: { readonly message: string; readonly type: ToastType };
  /** Path on the service that leads to the page once, within seconds. `execution_id` gets another one. */
  readonly redirect_url?: string;
  readonly clipboard?: string;
  /** False also where the link is no page, such as `tel:`: a new tab would stay empty. */
  readonly open_in_new_tab?: boolean;
  readonly data?: unknown;
  readonly execution_id?: string;
  /** Code of what happened, such as `success` or `timeout`, for pages that word it themselves. */
  readonly outcome?: string;
}

export type ToastType = 'success' | 'error' | 'info' | 'warning';

/** Detail of `actions-loaded`: the buttons of a contact are there. */
export interface ActionsLoaded {
  readonly contactId: string;
  /** In the order of the buttons. */
  readonly actions: readonly { readonly id: string; readonly name: string; readonly icon: string }[];
}

/** Detail of `load-failed`: there are no buttons. */
export interface LoadFailed {
  readonly contactId: string;
  /** What the agent reads. */
  readonly message: string;
  readonly error: ServiceError;
}

/**
 * Part of all events of a click; alone the detail of `action-asked`, when the dialog opens, and of `action-cancelled`, when it
 * is left without running anything.
 */
export interface Click {
  readonly actionId: string;
  /** Empty if the action was run by its id and is not in the list. */
  readonly actionName: string;
  /** The contact it was for, even if another one is shown by now. */
  readonly contactId: string;
}

/** Detail of `action-started`, before the service is called. After `preventDefault()` nothing runs. */
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

/** Detail of `action-notice`: what the agent is to read. After `preventDefault()` the element does not show it. */
export interface ActionNotice {
  readonly type: ToastType;
  readonly message: string;
  /** What it is about, such as the action's name. */
  readonly title?: string;
  readonly details?: { readonly status?: string; readonly answer?: string; readonly executionId?: string };
  /** What is left to do for the agent: call it in a click. */
  readonly remedy?: NoticeRemedy;
}

/**
 * `copy` a text for the clipboard, `link` a page to open, where the browser did not allow it or the click is long past; `retry`
 * the action may run again.
 */
export type NoticeRemedy =
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'link'; open(): Promise<void> }
  | { readonly kind: 'retry'; run(): void };

/**
 * `unreachable` no answer came, `unauthorized` a 401 that a new token did not cure, `throttled` a 429 or 503, `refused` every
 * other error of the service, `unexpected` an answer that is not the service's.
 */
export type ErrorKind = 'unreachable' | 'unauthorized' | 'throttled' | 'refused' | 'unexpected';

export interface ServiceError extends Error {
  readonly kind: ErrorKind;
  /** HTTP status; absent if no answer came. */
  readonly status?: number;
  /** The service's `error_type`. */
  readonly errorType?: string;
  /** Seconds until the service wants to be asked again. */
  readonly retryAfter?: number;
}

/**
 * Every text of the element itself. `{name}`, `{seconds}` and `{message}` are filled in. What is missing in a form, the browser
 * says.
 */
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
  run: string;
  cancel: string;
  choose: string;
  otherContact: string;
  details: string;
  status: string;
  answer: string;
  execution: string;
  accepted: string;
  done: string;
  badField: string;
  /**
   * What agents read of an outcome (`timeout`), or of an error type of a call that was refused (`forbidden`), unless the
   * action's author wrote something. Without a sentence here they read the service's own.
   */
  outcomes: Readonly<Record<string, string>>;
}

/** What a page may replace: also single outcomes. */
export type GivenLabels = Partial<Labels>;

/** The element's events. They bubble and leave shadow roots. */
export interface CustomActionsEvents {
  'actions-loaded': CustomEvent<ActionsLoaded>;
  'load-failed': CustomEvent<LoadFailed>;
  'action-asked': CustomEvent<Click>;
  'action-cancelled': CustomEvent<Click>;
  'action-started': CustomEvent<ActionStarted>;
  'action-notice': CustomEvent<ActionNotice>;
  'action-pending': CustomEvent<ActionPending>;
  'action-executed': CustomEvent<ActionExecuted>;
  'action-failed': CustomEvent<ActionFailed>;
}

declare global {
  interface HTMLElementTagNameMap {
    'custom-actions': CustomActionsElement;
  }
  interface HTMLElementEventMap extends CustomActionsEvents {}
}
