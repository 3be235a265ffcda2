import type { ReactiveControllerHost } from 'lit';
import { ServiceError } from '../shared/service-error';
import type { ApiClient } from './api-client';
import type { ExecutionResult } from './contract';
import { type Click, publicEvent } from './events';
import type { Labels } from './labels';
import { apply } from './result-effects';
import { type Run, Runs } from './runs';
import { sentence } from './state-view';
import type { Toasts } from './toasts';

/** What clicks need of the element. */
export interface ClickHost extends ReactiveControllerHost, EventTarget {
  readonly isConnected: boolean;
  readonly contactId: string;
  readonly words: Labels;
  readonly renderRoot: ParentNode;
  /** Where the action is not, or no longer, to be run: the list is out of date. */
  refresh(): Promise<void>;
}

/** Carries clicks out: calls the service, shows what came of it, tells the page. */
export class Clicks {
  private readonly runs: Runs;

  constructor(
    private readonly host: ClickHost,
    private readonly toasts: Toasts,
  ) {
    // An element that was taken out of the page shows nobody.
    this.runs = new Runs(host, () => (host.isConnected ? host.contactId : undefined));
  }

  isRunning(actionId: string): boolean {
    return this.runs.isRunning(actionId);
  }

  /**
   * Runs an action for the contact that is shown. What comes of it shows only while that contact does.
   *
   * @returns undefined where it runs already, or could not be run
   */
  async carryOut(client: ApiClient, actionId: string, actionName: string): Promise<ExecutionResult | undefined> {
    const run = this.runs.begin(actionId);
    if (!run) {
      return undefined;
    }
    const click = { actionId, actionName, contactId: run.contactId };
    try {
      const result = await client.execute(actionId, run.contactId, run.key);
      await this.succeed(run, click, result, client);
      return result;
    } catch (error) {
      this.fail(run, click, error instanceof ServiceError ? error : new ServiceError('unexpected'));
      return undefined;
    }
  }

  private async succeed(run: Run, click: Click, result: ExecutionResult, client: ApiClient): Promise<void> {
    const isWanted = () => this.runs.isWanted(run);
    if (isWanted()) {
      await apply(result, {
        toasts: this.toasts,
        labels: this.host.words,
        service: client.base,
        root: this.host.renderRoot,
        isWanted,
      });
    }
    this.runs.end(run, false);
    this.host.dispatchEvent(
      result.success
        ? publicEvent('action-executed', { ...click, result })
        : publicEvent('action-failed', { ...click, result, message: result.message }),
    );
  }

  private fail(run: Run, click: Click, error: ServiceError): void {
    const message = sentence(error, this.host.words);
    if (this.runs.isWanted(run)) {
      this.toasts.show(error.kind === 'throttled' ? 'warning' : 'error', message);
      if (error.kind === 'refused') {
        void this.host.refresh();
      }
    }
    this.runs.end(run, error.isOutcomeUnknown);
    this.host.dispatchEvent(publicEvent('action-failed', { ...click, message, error }));
  }
}
