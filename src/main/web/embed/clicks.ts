import type { ReactiveControllerHost } from 'lit';
import { ServiceError } from '../shared/service-error';
import type { ApiClient } from './api-client';
import type { Action, ExecutionResult, InputValues, Sent, ToastType } from './contract';
import { type Click, publicEvent } from './events';
import { failedCall } from './failure';
import { complaintsOf } from './input-values';
import { fill, type Labels } from './words/labels';
import type { Pending } from './pending';
import { isAsked, type Prompt } from './prompt';
import { apply, isWithin, type Surroundings } from './result-effects';
import { isAccepted, textOf } from './result-text';
import { type Run, Runs } from './runs';
import { sentence } from './state-view';
import type { Toasts } from './toasts';

/** Milliseconds after which a run gets a notice of its own. */
const SLOW = 5_000;
/** Milliseconds for which what comes of a click may take clipboard and page: by then browsers have forgotten it, too. */
const RECENT = 5_000;

/** What clicks need of the element. */
export interface ClickHost extends ReactiveControllerHost, EventTarget {
  readonly isConnected: boolean;
  readonly contactId: string;
  readonly words: Labels;
  readonly renderRoot: ParentNode & Node;
  /** Where the action is not, or no longer, to be run: the list is out of date. */
  refresh(): Promise<void>;
}

/** A click that is carried out. */
interface Carried {
  readonly run: Run;
  readonly click: Click;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Runs the action again, as a new click unless nobody knows how this one ended. */
  again(): void;
}

/** Carries clicks out: calls the service, shows what came of it, tells the page. */
export class Clicks {
  private readonly runs: Runs;

  constructor(
    private readonly host: ClickHost,
    private readonly toasts: Toasts,
    private readonly prompt: Prompt,
    private readonly pending: Pending,
  ) {
    // An element that was taken out of the page shows nobody.
    this.runs = new Runs(host, () => (host.isConnected ? host.contactId : undefined));
  }

  isRunning(actionId: string): boolean {
    return this.runs.isRunning(actionId);
  }

  /**
   * Runs an action for the contact that is shown. What it asks for shows only while that contact does; of what comes later,
   * the agent is told.
   *
   * @returns undefined where it runs already, or could not be run
   */
  async carryOut(
    client: ApiClient,
    action: Pick<Action, 'id' | 'name'>,
    sent: Sent,
  ): Promise<ExecutionResult | undefined> {
    const click = this.clickOn(action);
    if (
      !this.runs.canBegin(action.id) ||
      !this.host.dispatchEvent(publicEvent('action-started', { ...click, ...sent }))
    ) {
      return undefined;
    }
    const run = this.runs.begin(action.id, sent);
    if (!run) {
      return undefined;
    }
    const again = () => void this.carryOut(this.pending.client() ?? client, action, sent);
    const carried = { run, click, since: Date.now(), again };
    const slow = this.tellIfSlow(run, action.name);
    try {
      const result = await client.execute(action.id, run.contactId, run.key, run.sent);
      slow.end();
      this.prompt.forget(action.id, run.contactId);
      await this.show(carried, result, client, {
        retry: again,
        redirectAgain: (executionId) => client.redirectAgain(executionId),
      });
      this.runs.end(run, false);
      if (isAccepted(result) && result.execution_id) {
        this.follow(carried, result, result.execution_id, client.base);
      } else {
        this.report(click, result);
      }
      return result;
    } catch (error) {
      slow.end();
      this.fail(carried, error instanceof ServiceError ? error : new ServiceError('unexpected'), client, action);
      return undefined;
    }
  }

  /** Asks the agent what the action needs to know, and tells the page. */
  async ask(action: Action, complaints?: Readonly<Record<string, string>>): Promise<InputValues | undefined> {
    if (!isAsked(action)) {
      return {};
    }
    const click = this.clickOn(action);
    this.host.dispatchEvent(publicEvent('action-asked', click));
    const values = await this.prompt.ask(action, complaints);
    if (!values) {
      this.host.dispatchEvent(publicEvent('action-cancelled', click));
    }
    return values;
  }

  private clickOn({ id, name }: Pick<Action, 'id' | 'name'>): Click {
    return { actionId: id, actionName: name, contactId: this.host.contactId };
  }

  /** A button's own sign may be in the menu, or scrolled away. */
  private tellIfSlow(run: Run, name: string): { end(): void } {
    let notice: number | undefined;
    const timer = window.setTimeout(() => {
      if (this.runs.isWanted(run)) {
        notice = this.toasts.show('info', fill(this.host.words.running, { name }), { isLasting: true });
      }
    }, SLOW);
    return {
      end: () => {
        window.clearTimeout(timer);
        if (notice !== undefined) {
          this.toasts.dismiss(notice);
        }
      },
    };
  }

  /** Shows what came of a click; of one for another contact, only in a notice. */
  private async show(
    { run, click }: Carried,
    result: ExecutionResult,
    client: ApiClient,
    more: Pick<Surroundings, 'retry' | 'redirectAgain' | 'isLate'>,
  ): Promise<void> {
    const isWanted = () => this.runs.isWanted(run);
    const labels = this.host.words;
    if (isWanted()) {
      await apply(result, {
        toasts: this.toasts,
        labels,
        service: client.base,
        root: this.host.renderRoot,
        name: click.actionName,
        isWanted,
        ...more,
      });
    } else {
      const type = result.toast?.type ?? (result.success ? 'success' : 'error');
      this.tellOfAnother(click, type, textOf(result, click.actionName, labels));
    }
  }

  private report(click: Click, result: ExecutionResult): void {
    this.host.dispatchEvent(
      result.success
        ? publicEvent('action-executed', { ...click, result })
        : publicEvent('action-failed', { ...click, result, message: result.message }),
    );
  }

  /** The service does it in the background; what comes of it is told when it ends. */
  private follow(carried: Carried, result: ExecutionResult, executionId: string, service: string): void {
    const { click, since, again } = carried;
    this.pending.follow(executionId, service, ({ answer, attempts, client }) => {
      void this.show(carried, answer, client, {
        isLate: !isWithin(RECENT, since),
        // The last attempt may have had no effect; of those before it nobody knows.
        retry: attempts <= 1 ? again : undefined,
        redirectAgain: (id) => (this.pending.client() ?? client).redirectOfState(id),
      });
      this.report(click, answer);
    });
    this.host.dispatchEvent(publicEvent('action-pending', { ...click, executionId, result }));
  }

  private fail(
    { run, click, again }: Carried,
    error: ServiceError,
    client: ApiClient,
    action: Pick<Action, 'id' | 'name'>,
  ): void {
    const message = sentence(error, this.host.words);
    const type = error.kind === 'throttled' ? 'warning' : 'error';
    this.runs.end(run, error.isOutcomeUnknown);
    if (!this.runs.isWanted(run)) {
      this.tellOfAnother(click, type, message);
    } else if (!this.askAgain(error, action, client, run.sent)) {
      this.toasts.show(type, message, failedCall(error, message, click.actionName, again));
      if (error.kind === 'refused') {
        void this.host.refresh();
      }
    }
    this.host.dispatchEvent(publicEvent('action-failed', { ...click, message, error }));
  }

  /** Shows what the service said of the fields beside them. */
  private askAgain(error: ServiceError, action: Pick<Action, 'id' | 'name'>, client: ApiClient, sent: Sent): boolean {
    const complaints = complaintsOf(error.fields, this.host.words.badField);
    const inputs = (action as Action).inputs ?? [];
    if (!inputs.some(({ name }) => complaints[name])) {
      return false;
    }
    void this.ask(action as Action, complaints).then((values) => {
      if (values) {
        void this.carryOut(client, action, { ...sent, inputs: values });
      }
    });
    return true;
  }

  /** The agent is with another contact by now, whose clipboard and tabs these are. */
  private tellOfAnother({ actionName }: Click, type: ToastType, message: string): void {
    if (this.host.isConnected) {
      this.toasts.show(type, message, { title: fill(this.host.words.otherContact, { name: actionName }) });
    }
  }
}
