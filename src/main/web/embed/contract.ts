/** The part of the API's answers that the buttons need. */

/** A button as the service lists it. */
export interface Action {
  readonly id: string;
  readonly name: string;
  /** One of the eleven known icons or any other name; empty where none was chosen. */
  readonly icon: string;
  /** What the agent fills in first; absent if there is nothing. */
  readonly inputs?: readonly Input[];
  /** What the agent is asked first, for the contact that the list was asked for. */
  readonly confirmation?: string;
}

export type InputType = 'text' | 'textarea' | 'number' | 'select' | 'checkbox' | 'date' | 'email' | 'tel';

/** A field that the agent fills in. */
export interface Input {
  readonly name: string;
  readonly label: string;
  readonly type: InputType;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly default?: InputValue;
  /** What can be chosen in a select. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** Null for a number that is left empty although it has a default. */
export type InputValue = string | number | boolean | null;

/** What the agent filled in, by the name of the field. */
export type InputValues = Readonly<Record<string, InputValue>>;

/** What the page hands over with a click: conversation, message, draft. */
export type PageContext = Readonly<Record<string, unknown>>;

/** What is sent with a click besides the contact. */
export interface Sent {
  readonly inputs?: InputValues;
  readonly context?: PageContext;
}

export type ToastType = 'success' | 'error' | 'info' | 'warning';

/** The result of a click. Fields that do not apply are absent. */
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
  /** Code of what happened, such as `success` or `timeout`, for pages that word it themselves. */
  readonly outcome?: string;
}

/** How an execution in the background stands. */
export interface ExecutionState {
  /** `pending`, `succeeded` or `failed`. */
  readonly state: string;
  /** How many have begun. */
  readonly attempts: number;
  /** What came of it, once it has ended. Its link is a new one in each answer. */
  readonly answer?: ExecutionResult;
}
