import type { ReactiveControllerHost } from 'lit';
import { newIdempotencyKey } from './idempotency-key';

/** One click: the action, and the contact it was for. */
export interface Run {
  readonly actionId: string;
  readonly contactId: string;
  /** The same in every try of one click. */
  readonly key: string;
}

/** Which actions run, at most once each at a time for a contact. */
export class Runs {
  private readonly running = new Set<string>();
  /** Keys of clicks whose outcome is not known. */
  private readonly unanswered = new Map<string, string>();

  /** @param shown the contact that is shown now; undefined where there is none */
  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly shown: () => string | undefined,
  ) {}

  /** Whether an action runs for the contact that is shown. */
  isRunning(actionId: string): boolean {
    return this.running.has(placeOf(actionId, this.shown()));
  }

  /** Starts a run for the contact that is shown; undefined where there is none, and where the action runs already. */
  begin(actionId: string): Run | undefined {
    const contactId = this.shown();
    if (!contactId || this.isRunning(actionId)) {
      return undefined;
    }
    const place = placeOf(actionId, contactId);
    this.running.add(place);
    this.host.requestUpdate();
    return { actionId, contactId, key: this.unanswered.get(place) ?? newIdempotencyKey() };
  }

  /** Whether the contact that a run was for is shown, so that what comes of the run may be shown too. */
  isWanted(run: Run): boolean {
    return run.contactId === this.shown();
  }

  /**
   * Ends a run.
   *
   * @param isOutcomeUnknown the next click is then the same one again, which the service executes only if it did not yet
   */
  end(run: Run, isOutcomeUnknown: boolean): void {
    const place = placeOf(run.actionId, run.contactId);
    this.running.delete(place);
    if (isOutcomeUnknown) {
      this.unanswered.set(place, run.key);
    } else {
      this.unanswered.delete(place);
    }
    this.host.requestUpdate();
  }
}

function placeOf(actionId: string, contactId: string | undefined): string {
  return `${contactId} ${actionId}`;
}
