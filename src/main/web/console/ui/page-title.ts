import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the browser's tab says while a page is shown. */
export class PageTitle implements ReactiveController {
  private before = '';

  constructor(
    host: ReactiveControllerHost,
    private readonly title: string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.before = document.title;
    document.title = `${this.title} – ${this.before}`;
  }

  hostDisconnected(): void {
    document.title = this.before;
  }
}
