import type { ActionsApi } from '../api/actions-api';
import type { CustomAction } from '../api/contract';
import { asServiceError, sentenceOf } from '../api/failure';
import type { ConsoleNotices } from '../ui/notices';
import type { Catalog } from './catalog';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** What is done to whole actions at once. Each can be taken back for as long as its notice is there. */
export class Revocable {
  constructor(
    private readonly api: ActionsApi,
    private readonly catalog: Catalog,
    private readonly notices: () => ConsoleNotices | null,
  ) {}

  /** Whether it is gone now. */
  remove({ id, name }: CustomAction): Promise<boolean> {
    return this.attempt(async () => {
      await this.api.remove(id);
      this.catalog.remove(id);
      this.tell(fill(words.common.wasDeleted, { name }), () => this.restore(id));
    });
  }

  restore(id: string): Promise<boolean> {
    return this.attempt(async () => {
      const { warnings, ...action } = await this.api.restore(id);
      this.catalog.put(action);
      this.notices()?.show('success', fill(words.app.isBack, { name: action.name }));
      warnings?.forEach(({ message }) => this.notices()?.show('warning', message));
      // It has its place again, which only a list shows.
      await this.catalog.load();
    });
  }

  async toggle({ id, is_active: was }: CustomAction): Promise<void> {
    await this.attempt(async () => {
      const { name } = await this.switch(id, !was);
      this.tell(fill(was ? words.app.inactiveNow : words.app.activeNow, { name }), async () => {
        await this.switch(id, was);
        this.notices()?.show('success', fill(was ? words.app.activeAgain : words.app.inactiveAgain, { name }));
      });
    });
  }

  async reorder(ids: readonly string[]): Promise<void> {
    const before = this.catalog.actions?.map(({ id }) => id) ?? [];
    await this.order(ids, () =>
      this.tell(words.app.orderChanged, () =>
        this.order(backTo(before, this.catalog), () => this.notices()?.show('success', words.app.orderBack)),
      ),
    );
  }

  private async order(ids: readonly string[], tell: () => void): Promise<void> {
    const isDone = await this.attempt(async () => {
      await this.catalog.order(ids);
      tell();
    });
    if (!isDone) {
      await this.catalog.load();
    }
  }

  private async switch(id: string, isActive: boolean): Promise<CustomAction> {
    const { warnings: _, ...action } = await this.api.update(id, { is_active: isActive });
    this.catalog.put(action);
    return action;
  }

  private tell(message: string, undo: () => Promise<unknown>): void {
    this.notices()?.show('success', message, { label: words.app.undo, run: () => void this.attempt(undo) });
  }

  private async attempt(change: () => Promise<unknown>): Promise<boolean> {
    try {
      await change();
      return true;
    } catch (error) {
      this.notices()?.show('error', sentenceOf(asServiceError(error)));
      return false;
    }
  }
}

/** An order that there was, of the actions that there are. */
function backTo(before: readonly string[], { actions = [] }: Catalog): readonly string[] {
  const now = actions.map(({ id }) => id);
  return [...before.filter((id) => now.includes(id)), ...now.filter((id) => !before.includes(id))];
}
