import type { ReactiveController } from 'lit';
import type { ToastType } from './contract';
import { NoticePlace } from './notice-place';
import { type Extras, type NoticeHost, nextId } from './toast';

/** The notices of an element, which share one place with those of all others. */
export class Toasts implements ReactiveController {
  private place: NoticePlace | undefined;

  constructor(private readonly host: NoticeHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.place = NoticePlace.of(this.host.ownerDocument);
  }

  hostUpdated(): void {
    this.place?.redraw(this.host);
  }

  hostDisconnected(): void {
    this.place?.leave(this.host);
    this.place = undefined;
  }

  /**
   * Shows a notice: until it is dismissed where it has something to do by hand, else for some seconds.
   *
   * @returns by what it can be taken away
   */
  show(type: ToastType, message: string, extras: Extras = {}): number {
    const id = nextId();
    if (!this.host.isToldOtherwise?.(type, message, extras)) {
      this.place?.show({ id, type, message, source: this.host, ...extras });
    }
    return id;
  }

  dismiss(id: number): void {
    this.place?.dismiss(id);
  }

  clear(): void {
    this.place?.clear(this.host);
  }
}
