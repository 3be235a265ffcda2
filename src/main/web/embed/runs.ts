import type { ReactiveControllerHost } from 'lit';
import type { Sent } from './contract';
import { newIdempotencyKey } from './idempotency-key';

/** One click: the action, and the contact it was for. */
export interface Run {
  readonly actionId: string;
  readonly contactId: string;
  /** The same in every try of one click. */
  readonly key: string;
  /** The same in every try of one click, too. */
  readonly sent: Sent;
}

/** Which actions run, at most once each at a time for a contact. */
export class Runs {
  private readonly running = new Set<string>();
  /** Clicks whose outcome is not known. */
  private readonly unanswered = new Map<string, Run>();

  /** @param shown the contact that is shown now; undefined where there is none */
  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly shown: () => string | undefined,
  ) {}

  /** Whether an action runs for the contact that is shown. */
  isRunning(actionId: string): boolean {
    return this.running.has(placeOf(actionId, this.shown()));
  }

  /** Whether a run can begin: for the contact that is shown, of an action that does not run yet. */
  canBegin(actionId: string): boolean {
    return Boolean(this.shown()) && !this.isRunning(actionId);
  }

  /** Starts a run for the contact that is shown; undefined where there is none, and where the action runs already. */
  begin(actionId: string, sent: Sent = {}): Run | undefined {
    const contactId = this.shown();
    if (!contactId || this.isRunning(actionId)) {
      return undefined;
    }
    const place = placeOf(actionId, contactId);
    this.running.add(place);
    this.host.requestUpdate();
    const before = this.unanswered.get(place);
    // What the page hands over may have changed meanwhile, and yet it is the same click.
    return before && isSame(before.sent, sent) ? before : { actionId, contactId, key: newIdempotencyKey(), sent };
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
      this.unanswered.set(place, run);
    } else {
      this.unanswered.delete(place);
    }
    this.host.requestUpdate();
  }
}

function placeOf(actionId: string, contactId: string | undefined): string {
  return `${contactId} ${actionId}`;
}

function isSame(one: Sent, other: Sent): boolean {
  return JSON.stringify(one.inputs ?? {}) === JSON.stringify(other.inputs ?? {});
}
