import type { ReactiveController } from 'lit';

/** How far notices reach up from the bottom of the window; the page's style sheet keeps that free. */
const ROOM = '--notice-room';

/** Makes room for notices, so that they cover no button. */
export class NoticeRoom implements ReactiveController {
  private observer: ResizeObserver | undefined;
  private stack: Element | null = null;

  constructor(private readonly host: { readonly renderRoot: ParentNode }) {}

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.stack = null;
    this.keepFree(0);
  }

  hostUpdated(): void {
    const stack = this.host.renderRoot.querySelector('.toasts');
    if (stack && stack !== this.stack) {
      this.stack = stack;
      this.observer?.disconnect();
      this.observer = new ResizeObserver(() => this.measure());
      this.observer.observe(stack);
    }
  }

  private measure(): void {
    const box = this.stack?.getBoundingClientRect();
    this.keepFree(box && box.height > 0 ? window.innerHeight - box.top : 0);
  }

  private keepFree(pixels: number): void {
    document.documentElement.style.setProperty(ROOM, `${Math.max(0, Math.round(pixels))}px`);
  }
}
