import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ServiceError } from '../shared/service-error';
import type { ApiClient } from './api-client';
import type { ExecutionResult } from './contract';
import { Followed } from './followed';
import { viewOf } from './tree';

/** Milliseconds; a service that asks for more is asked all the same. */
const MOST_PATIENCE = 300_000;

/** What came of an execution in the background. */
export interface Ended {
  readonly answer: ExecutionResult;
  readonly attempts: number;
  /** Who told. */
  readonly client: ApiClient;
}

interface Subject {
  /** URL of the service that it runs in. */
  readonly service: string;
  ended(end: Ended): void;
}

/** Asks what came of clicks that the service does in the background: as long as somebody may look at the element. */
export class Pending implements ReactiveController {
  private readonly followed = new Followed<Subject>();
  private timer: number | undefined;
  /** One round of questions, one after another. */
  private round: AbortController | undefined;
  /** Of the window that the element is in; undefined while it is in none. */
  private view: (Window & typeof globalThis) | undefined;
  private known: ApiClient | undefined;
  /** Nobody asks with a token that was refused. */
  private isRefused = false;

  /** @param client the one to ask now, which may be another one each time */
  constructor(
    private readonly host: ReactiveControllerHost & Node,
    readonly client: () => ApiClient | undefined,
  ) {
    host.addController(this);
  }

  /** Tells once how an execution ended, unless the page is left before. */
  follow(executionId: string, service: string, ended: (end: Ended) => void): void {
    this.followed.add(executionId, { service, ended }, performance.now());
    // A click was just accepted.
    this.isRefused = false;
    this.schedule();
  }

  hostConnected(): void {
    this.view = viewOf(this.host);
    this.view.addEventListener('online', this.schedule);
    this.view.addEventListener('offline', this.schedule);
    this.view.document.addEventListener('visibilitychange', this.schedule);
    this.schedule();
  }

  /** Only for as long as it takes to move it, perhaps. */
  hostDisconnected(): void {
    this.view?.clearTimeout(this.timer);
    this.view?.removeEventListener('online', this.schedule);
    this.view?.removeEventListener('offline', this.schedule);
    this.view?.document.removeEventListener('visibilitychange', this.schedule);
    this.view = undefined;
    this.round?.abort();
    this.round = undefined;
  }

  hostUpdated(): void {
    const client = this.client();
    if (client !== this.known) {
      this.known = client;
      this.isRefused = false;
      this.schedule();
    }
  }

  private get canAsk(): boolean {
    return Boolean(this.view && !this.view.document.hidden && this.view.navigator.onLine && !this.isRefused);
  }

  private readonly schedule = (): void => {
    this.view?.clearTimeout(this.timer);
    const { nextAt } = this.followed;
    if (this.view && this.canAsk && !this.round && this.client() && nextAt !== undefined) {
      // Many pages are back at the same time if a network is.
      const wait = Math.max(Math.random() * 500, nextAt - performance.now());
      this.timer = this.view.setTimeout(() => void this.askAll(), wait);
    }
  };

  private async askAll(): Promise<void> {
    const round = new AbortController();
    this.round = round;
    try {
      for (const [id, subject] of this.followed.due(performance.now())) {
        const client = this.client();
        if (round.signal.aborted || !this.canAsk || !client) {
          return;
        }
        if (client.base !== subject.service) {
          this.followed.forget(id);
        } else if (!(await this.ask(id, subject, client, round.signal))) {
          return;
        }
      }
    } finally {
      if (this.round === round) {
        this.round = undefined;
        this.schedule();
      }
    }
  }

  /** @returns whether others may be asked for, too */
  private async ask(id: string, { ended }: Subject, client: ApiClient, signal: AbortSignal): Promise<boolean> {
    // Whatever comes of this question, the next one comes later.
    this.followed.postpone(id, performance.now());
    try {
      const { state, attempts, answer } = await client.state(id, signal);
      if (!signal.aborted && (answer || state !== 'pending')) {
        this.followed.forget(id);
        if (answer) {
          ended({ answer, attempts, client });
        }
      }
      return true;
    } catch (error) {
      if (signal.aborted) {
        return false;
      }
      if (!(error instanceof ServiceError)) {
        throw error;
      }
      return this.isUp(id, error, client);
    }
  }

  private isUp(id: string, error: ServiceError, client: ApiClient): boolean {
    if (error.status === 401) {
      this.isRefused = client === this.client();
      return false;
    }
    if (error.kind === 'refused' && !error.isOutcomeUnknown) {
      this.followed.forget(id);
      return true;
    }
    const least = Math.min(MOST_PATIENCE, (error.retryAfter ?? 0) * 1000);
    const now = performance.now();
    this.followed.postpone(id, now, least);
    this.followed.due(now).forEach(([other]) => this.followed.postpone(other, now, least));
    return false;
  }
}
