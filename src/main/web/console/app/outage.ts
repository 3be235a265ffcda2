import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ServiceError } from '../../shared/service-error';
import type { Reachability } from '../api/api-client';
import { tellBack } from '../ui/once-back';

/** Milliseconds until a service that is away is asked again. */
const PAUSE = 5_000;

/** Knows whether the service is away, and asks it again until it is back. */
export class Outage implements ReactiveController, Reachability {
  /** What the last call failed with; undefined while the service answers. */
  error: ServiceError | undefined;

  private timer: number | undefined;

  /** @param retry makes a call that shows whether the service is back */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly retry: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.retryNow);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.retryNow);
    window.clearTimeout(this.timer);
  }

  readonly retryNow = (): void => {
    window.clearTimeout(this.timer);
    if (this.error) {
      this.retry();
    }
  };

  answered(): void {
    window.clearTimeout(this.timer);
    const wasAway = this.error !== undefined;
    this.become(undefined);
    if (wasAway) {
      tellBack();
    }
  }

  failed(error: ServiceError): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.retryNow, PAUSE);
    this.become(error);
  }

  private become(error: ServiceError | undefined): void {
    if (error !== this.error) {
      this.error = error;
      this.host.requestUpdate();
    }
  }
}
