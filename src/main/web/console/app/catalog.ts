import type { ReactiveControllerHost } from 'lit';
import type { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { CustomAction } from '../api/contract';
import { asServiceError } from '../api/failure';

/** The actions of the organization in the order of their buttons, as far as they were read. */
export class Catalog {
  /** Undefined until they were read once. */
  actions: readonly CustomAction[] | undefined;
  /** Undefined until it is known. */
  isManager: boolean | undefined;
  /** Why they could not be read. */
  error: ServiceError | undefined;

  /** Those that were deleted since they were read, by whoever. */
  private readonly gone = new Map<string, CustomAction>();
  private isRoleOld = true;
  private readings = 0;
  private changes = 0;

  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly api: ActionsApi,
  ) {}

  /** Reads all anew; what was read stays where that fails. */
  async load(): Promise<void> {
    const reading = ++this.readings;
    const { changes } = this;
    try {
      const actions = await this.api.list();
      const isManager = this.isRoleOld ? await this.api.isManager(actions[0]?.id) : this.isManager;
      if (reading !== this.readings) {
        return;
      }
      if (changes !== this.changes) {
        // It may have been read before the change, and would take it back here.
        await this.load();
        return;
      }
      this.isManager = isManager;
      this.isRoleOld = false;
      this.error = undefined;
      this.become(actions);
    } catch (error) {
      if (reading === this.readings) {
        this.error = asServiceError(error);
        this.host.requestUpdate();
      }
    }
  }

  /** Somebody else may be signed in next; what is being read now may be none of theirs. */
  doubtRole(): void {
    this.isRoleOld = true;
    this.readings++;
  }

  /** Nobody is signed in: nothing of the last one's is shown. */
  clear(): void {
    this.isManager = undefined;
    this.become(undefined);
    this.gone.clear();
  }

  find(id: string): CustomAction | undefined {
    return this.actions?.find((action) => action.id === id);
  }

  /** An action that was there and is not any more. */
  findGone(id: string): CustomAction | undefined {
    return this.gone.get(id);
  }

  /** Takes over what the service answered to a change. */
  put(action: CustomAction): void {
    const isKnown = this.find(action.id) !== undefined;
    const others = this.actions ?? [];
    this.change(isKnown ? others.map((known) => (known.id === action.id ? action : known)) : [...others, action]);
  }

  remove(id: string): void {
    this.change(this.actions?.filter((action) => action.id !== id));
  }

  /**
   * Puts the actions in an order, at once here and then in the service.
   *
   * @throws ServiceError if the service refuses; the order is then the one that the service has
   */
  async order(ids: readonly string[]): Promise<void> {
    const before = this.actions;
    this.change(ids.flatMap((id) => this.find(id) ?? []));
    try {
      this.change(await this.api.order(ids));
    } catch (error) {
      this.change(before);
      throw error;
    }
  }

  /** The place after all others. */
  get nextPlace(): number {
    return Math.max(-1, ...(this.actions ?? []).map((action) => action.display_order)) + 1;
  }

  private change(actions: readonly CustomAction[] | undefined): void {
    this.changes++;
    this.become(actions);
  }

  private become(actions: readonly CustomAction[] | undefined): void {
    this.actions?.forEach((action) => this.gone.set(action.id, action));
    actions?.forEach(({ id }) => this.gone.delete(id));
    this.actions = actions;
    this.host.requestUpdate();
  }
}
