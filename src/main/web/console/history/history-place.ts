import type { ActionsApi } from '../api/actions-api';
import type { CustomAction, Execution } from '../api/contract';
import type { HistoryFilters } from '../api/history-filters';
import type { Question } from '../ui/confirm-dialog';
import type { Names } from '../ui/names';
import { queryOf, type Route } from '../ui/route';
import { words } from '../words/spoken';

/** What the rows of a history need of the page that they are on. */
export interface HistoryPlace {
  readonly api: ActionsApi;
  readonly contacts: Names;
  /** Whether rows are of several actions. */
  readonly isOfAll: boolean;
  readonly filters: HistoryFilters;
  /** The action, unless it is deleted or was never saved. */
  find(id: string): CustomAction | undefined;
  /** Asks before something cannot be taken back. */
  ask(question: Question): Promise<boolean>;
}

/** The name of an execution's action: the one it has now, else the one it had. */
export function actionNameOf(place: HistoryPlace, { action_id, action_name }: Execution): string {
  return (
    (action_id ? place.find(action_id)?.name : undefined) ??
    (action_name || (action_id ? words.history.anAction : words.history.neverSaved))
  );
}

/** Where the same is run again; undefined if the action is gone or was never saved. */
export function againOf(place: HistoryPlace, { action_id, contact_id }: Execution): string | undefined {
  return action_id && place.find(action_id)
    ? queryOf({ page: 'action', id: action_id, tab: 'try', contact: contact_id })
    : undefined;
}

/** This history with one filter more. */
export function onlyOf(place: HistoryPlace, actionId: string | null | undefined, more: HistoryFilters): string {
  const filters = { ...place.filters, ...more };
  const route: Route =
    place.isOfAll || !actionId
      ? { page: 'history', filters }
      : { page: 'action', id: actionId, tab: 'history', filters };
  return queryOf(route);
}
