import type { ReactiveControllerHost } from 'lit';
import { newIdempotencyKey } from './idempotency-key';

/** One click: the action, and the contact it was for. */
export interface Run {
  readonly actionId: string;
  readonly contactId: string;
  /** The same in every try of one click. */
  readonly key: string;
}

/** Which actions run for the contact that is shown, at most once each at a time. */
export class Runs {
  private readonly running = new Map<string, Run>();
  /** Keys of clicks whose outcome is not known, by action. */
  private readonly unanswered = new Map<string, string>();

  constructor(private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>) {}

  isRunning(actionId: string): boolean {
    return this.running.has(actionId);
  }

  /** Starts a run; undefined where the action runs already. */
  begin(actionId: string, contactId: string): Run | undefined {
    if (this.isRunning(actionId)) {
      return undefined;
    }
    const key = this.unanswered.get(actionId) ?? newIdempotencyKey();
    const run = { actionId, contactId, key };
    this.running.set(actionId, run);
    this.host.requestUpdate();
    return run;
  }

  /** Whether the contact that a run was for is still the one that is shown. */
  isCurrent(run: Run): boolean {
    return this.running.get(run.actionId) === run;
  }

  /**
   * Ends a run.
   *
   * @param isOutcomeUnknown the next click is then the same one again, which the service executes only if it did not yet
   */
  end(run: Run, isOutcomeUnknown: boolean): void {
    if (!this.isCurrent(run)) {
      return;
    }
    this.running.delete(run.actionId);
    if (isOutcomeUnknown) {
      this.unanswered.set(run.actionId, run.key);
    } else {
      this.unanswered.delete(run.actionId);
    }
    this.host.requestUpdate();
  }

  /** Another contact is shown: no run is for that one, and no key either. */
  forget(): void {
    this.running.clear();
    this.unanswered.clear();
    this.host.requestUpdate();
  }
}
