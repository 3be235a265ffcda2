import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ServiceError } from '../shared/service-error';
import type { ApiClient } from './api-client';
import type { Action } from './contract';
import { viewOf } from './tree';

/** What there is to show in place of, or as, the buttons. */
export type ListState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly actions: readonly Action[] }
  | { readonly phase: 'failed'; readonly error: ServiceError };

/** Loads the actions, and again where the service or the network comes back by itself. */
export class ActionList implements ReactiveController {
  state: ListState = { phase: 'idle' };
  /** Ends when nothing is being loaded. */
  settled: Promise<void> = Promise.resolve();

  private running: AbortController | undefined;
  private waiting: number | undefined;
  private client: ApiClient | undefined;
  private contactId = '';

  /** Of the window that the element was put into. */
  private view: Window | undefined;

  /** @param told what came of a load that was not given up */
  constructor(
    private readonly host: ReactiveControllerHost & Node,
    private readonly told: (state: ListState, contactId: string) => void = () => {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.view = viewOf(this.host);
    this.view.addEventListener('online', this.retryFailed);
  }

  hostDisconnected(): void {
    this.view?.removeEventListener('online', this.retryFailed);
    this.cancel();
  }

  /** Shows nothing until the next load. */
  clear(): void {
    this.cancel();
    this.become({ phase: 'idle' });
  }

  /** Shows a failure that came before any call. */
  fail(error: ServiceError): void {
    this.cancel();
    this.become({ phase: 'failed', error });
  }

  /**
   * Replaces what is shown by what the service has now. Buttons that are there stay until then, so that nothing flickers;
   * `settled` tells when they are those of this contact.
   */
  load(client: ApiClient, contactId: string): Promise<void> {
    this.settled = this.read(client, contactId);
    return this.settled;
  }

  private async read(client: ApiClient, contactId: string): Promise<void> {
    this.cancel();
    this.client = client;
    this.contactId = contactId;
    const call = new AbortController();
    this.running = call;
    if (this.state.phase !== 'ready') {
      this.become({ phase: 'loading' });
    }
    try {
      const actions = await client.listActions(call.signal, contactId);
      this.finish(call, { phase: 'ready', actions });
    } catch (error) {
      if (error instanceof ServiceError) {
        this.finish(call, { phase: 'failed', error });
        this.retryLater(call, error);
      } else if (!call.signal.aborted) {
        throw error;
      }
    }
  }

  /** The action of an id, if it is there. */
  find(actionId: string): Action | undefined {
    return this.state.phase === 'ready' ? this.state.actions.find(({ id }) => id === actionId) : undefined;
  }

  /** The answer of a load that another has replaced changes nothing. */
  private finish(call: AbortController, state: ListState): void {
    if (!call.signal.aborted) {
      this.become(state);
      this.told(state, this.contactId);
    }
  }

  private retryLater(call: AbortController, error: ServiceError): void {
    if (error.retryAfter !== undefined && !call.signal.aborted) {
      this.waiting = window.setTimeout(this.retryFailed, Math.max(1, error.retryAfter) * 1000);
    }
  }

  private readonly retryFailed = (): void => {
    if (this.client && this.state.phase === 'failed') {
      void this.load(this.client, this.contactId);
    }
  };

  private cancel(): void {
    this.running?.abort();
    window.clearTimeout(this.waiting);
  }

  private become(state: ListState): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
