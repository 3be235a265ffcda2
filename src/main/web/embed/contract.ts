/** The part of the API's answers that the buttons need. */

/** A button as the service lists it. */
export interface Action {
  readonly id: string;
  readonly name: string;
  /** One of the eleven known icons or any other name; empty where none was chosen. */
  readonly icon: string;
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
