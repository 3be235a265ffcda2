/** The fields at fault, as the service names them. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** The body of every answer. */
export type Envelope<T> =
  | { readonly status: 'success'; readonly data: T }
  | {
      readonly status: 'error';
      readonly message: string;
      readonly error_type: string;
      readonly errors?: readonly FieldError[];
      /** With `precondition_failed`: what is there now. */
      readonly data?: unknown;
    };
