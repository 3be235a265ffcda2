import { CustomActionsElement } from './custom-actions-element';

export { CustomActionsElement };
export type { FieldError } from '../shared/envelope';
export type { ErrorKind, ServiceError } from '../shared/service-error';
export type { Action, ExecutionResult, Input, InputValue, InputValues, PageContext, ToastType } from './contract';
export type {
  ActionExecuted,
  ActionFailed,
  ActionNotice,
  ActionPending,
  ActionsLoaded,
  ActionStarted,
  Click,
  CustomActionsEvents,
  LoadFailed,
  NoticeRemedy,
} from './events';
export type { GivenLabels, Labels } from './words/labels';

const NAME = 'custom-actions';

// A page may load the module twice, such as before and after a new version of the service.
if (!customElements.get(NAME)) {
  customElements.define(NAME, CustomActionsElement);
}

declare global {
  interface HTMLElementTagNameMap {
    [NAME]: CustomActionsElement;
  }
}
