import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isSamePage, queryOf, type Route, routeOf } from '../ui/route';

/** Keeps the address and what is shown the same, and asks before it leaves a form with changes. */
export class Navigation implements ReactiveController {
  route: Route = routeOf(location.search);

  /**
   * @param isUnsaved whether leaving would lose something
   * @param mayLeave asks whether it may be lost
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly isUnsaved: () => boolean,
    private readonly mayLeave: () => Promise<boolean>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.followAddress);
    window.addEventListener('beforeunload', this.warn);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.followAddress);
    window.removeEventListener('beforeunload', this.warn);
  }

  /** Goes somewhere, unless somebody would rather keep what the form holds. */
  async go(route: Route): Promise<void> {
    if (await this.isAllowed(route)) {
      this.replaceBy(route, 'pushState');
    }
  }

  /** Goes somewhere, whatever the form holds. */
  replaceBy(route: Route, how: 'pushState' | 'replaceState' = 'replaceState'): void {
    history[how](null, '', location.pathname + queryOf(route));
    this.become(route);
  }

  private async isAllowed(route: Route): Promise<boolean> {
    return isSamePage(this.route, route) || !this.isUnsaved() || (await this.mayLeave());
  }

  private readonly followAddress = async (): Promise<void> => {
    const route = routeOf(location.search);
    if (await this.isAllowed(route)) {
      this.become(route);
    } else {
      this.replaceBy(this.route, 'pushState');
    }
  };

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.isUnsaved()) {
      event.preventDefault();
    }
  };

  private become(route: Route): void {
    this.route = route;
    this.host.requestUpdate();
  }
}
