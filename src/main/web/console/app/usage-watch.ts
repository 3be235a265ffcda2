import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import { type RowUsage, rowsOf } from '../usage/usage';

/** Milliseconds after which numbers are old. */
const PAUSE = 60_000;
const DAYS = 30;
/** Newest executions that say what fails now. */
const NEWEST = 100;

/** Knows how each action is used, for all of them by the same calls. Without an answer, rows just say nothing of it. */
export class UsageWatch implements ReactiveController {
  /** Undefined as long as it is not known. */
  byAction: ReadonlyMap<string, RowUsage> | undefined;

  private timer: number | undefined;
  private isKnown = false;

  /** @param isWanted whether somebody is there who may see it */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly api: () => ActionsApi,
    private readonly isWanted: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = window.setInterval(this.refresh, PAUSE);
  }

  hostDisconnected(): void {
    window.clearInterval(this.timer);
  }

  hostUpdated(): void {
    if (this.isWanted() !== this.isKnown) {
      this.isKnown = this.isWanted();
      this.become(undefined);
      this.refresh();
    }
  }

  private readonly refresh = (): void => {
    if (this.isWanted() && document.visibilityState === 'visible') {
      void this.load();
    }
  };

  private async load(): Promise<void> {
    try {
      const [stats, newest] = await Promise.all([this.api().stats(DAYS), this.api().history({}, undefined, NEWEST)]);
      if (this.isWanted()) {
        this.become(rowsOf(stats, newest.entries, Date.now()));
      }
    } catch (error) {
      if (!(error instanceof ServiceError)) {
        throw error;
      }
    }
  }

  private become(byAction: ReadonlyMap<string, RowUsage> | undefined): void {
    if (byAction || this.byAction) {
      this.byAction = byAction;
      this.host.requestUpdate();
    }
  }
}
