// The types that pages copy are those of the element.
import type * as published from './custom-actions.d.ts';
import type { CustomActionsElement } from './web/embed/custom-actions-element';
import type { InputValues, PageContext } from './web/embed/contract';
import type { ActionExecuted, ActionFailed, ActionNotice, ActionPending, ActionsLoaded, ActionStarted, Click, CustomActionsEvents, LoadFailed } from './web/embed/events';
import type { GivenLabels, Labels } from './web/embed/words/labels';
import type { ErrorKind } from './web/shared/service-error';

type Fits<T extends U, U> = T;
type Properties = Pick<CustomActionsElement, 'contactId' | 'baseUrl' | 'token' | 'getToken' | 'csrfCookie' | 'csrfHeader' | 'context' | 'labels' | 'notify' | 'focus' | 'refresh' | 'execute'>;

export type Element = [
  Fits<CustomActionsElement, published.CustomActionsElement>,
  Fits<published.CustomActionsElement, Properties>,
];
export type Executed = [Fits<ActionExecuted, published.ActionExecuted>, Fits<published.ActionExecuted, ActionExecuted>];
export type Accepted = [Fits<ActionPending, published.ActionPending>, Fits<published.ActionPending, ActionPending>];
export type Failed = Fits<ActionFailed, published.ActionFailed>;
export type Texts = [Fits<Labels, published.Labels>, Fits<published.Labels, Labels>];
export type Kinds = [Fits<ErrorKind, published.ErrorKind>, Fits<published.ErrorKind, ErrorKind>];
export type Handed = [Fits<PageContext, published.PageContext>, Fits<published.PageContext, PageContext>];
export type Filled = [Fits<InputValues, published.InputValues>, Fits<published.InputValues, InputValues>];
export type Replaced = [Fits<GivenLabels, published.GivenLabels>, Fits<published.GivenLabels, GivenLabels>];
export type Clicked = [Fits<Click, published.Click>, Fits<published.Click, Click>];
export type Loaded = [Fits<ActionsLoaded, published.ActionsLoaded>, Fits<published.ActionsLoaded, ActionsLoaded>];
export type Unloaded = Fits<LoadFailed, published.LoadFailed>;
export type Started = [Fits<ActionStarted, published.ActionStarted>, Fits<published.ActionStarted, ActionStarted>];
export type Noticed = [Fits<ActionNotice, published.ActionNotice>, Fits<published.ActionNotice, ActionNotice>];
export type Names = [Fits<keyof CustomActionsEvents, keyof published.CustomActionsEvents>, Fits<keyof published.CustomActionsEvents, keyof CustomActionsEvents>];
