import type { ReactiveController, ReactiveControllerHost } from 'lit';

const BACK = 'service-back';

/** Tells all parts of the page that the service answers again. */
export function tellBack(): void {
  window.dispatchEvent(new Event(BACK));
}

/** Does something whenever the service is back, such as to read what could not be read. */
export class OnceBack implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly act: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener(BACK, this.act);
  }

  hostDisconnected(): void {
    window.removeEventListener(BACK, this.act);
  }
}
