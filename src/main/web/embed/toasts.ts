import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ToastType } from './contract';

/** What an agent may still have to do by hand. */
export type Remedy =
  | {
      readonly kind: 'link';
      /** Works once and not for long. */
      readonly url: string;
      /** Gets another one. */
      readonly again?: () => Promise<string>;
    }
  | { readonly kind: 'copy'; readonly text: string }
  | {
      readonly kind: 'retry';
      readonly run: () => void;
    };

/** What is told besides, to who unfolds it. */
export interface Details {
  readonly status?: string;
  readonly answer?: string;
  readonly executionId?: string;
}

/** What a notice may have besides its message. */
export interface Extras {
  /** What it is about. */
  readonly title?: string;
  readonly remedy?: Remedy;
  readonly details?: Details;
  /** Whether it stays until it is taken away. */
  readonly isLasting?: boolean;
}

export interface Toast extends Extras {
  readonly id: number;
  readonly type: ToastType;
  readonly message: string;
}

/** Milliseconds for which a toast stays that asks for nothing. */
const LIFETIME: Readonly<Record<ToastType, number>> = { success: 6_000, info: 6_000, warning: 12_000, error: 12_000 };
const MOST_AT_ONCE = 3;

/** The notices that are shown, newest last. */
export class Toasts implements ReactiveController {
  shown: readonly Toast[] = [];

  private readonly timers = new Map<number, number>();
  private lastId = 0;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode | undefined }) {
    host.addController(this);
  }

  /** In the browser's top layer there is nothing that could cover them. */
  hostUpdated(): void {
    const element = this.host.renderRoot?.querySelector<HTMLElement>('.toasts');
    if (element && element.matches(':popover-open') !== this.shown.length > 0) {
      element.togglePopover();
    }
  }

  hostDisconnected(): void {
    this.clear();
  }

  /**
   * Shows a notice: until it is dismissed where it has something to do by hand, else for some seconds.
   *
   * @returns by what it can be taken away
   */
  show(type: ToastType, message: string, extras: Extras = {}): number {
    const toast = { id: ++this.lastId, type, message, ...extras };
    this.become([...this.shown, toast].slice(-MOST_AT_ONCE));
    this.resume();
    return toast.id;
  }

  dismiss(id: number): void {
    this.become(this.shown.filter((toast) => toast.id !== id));
  }

  clear(): void {
    this.become([]);
  }

  /** Nothing goes while somebody points at it or is in it. */
  readonly pause = (): void => {
    this.timers.forEach((timer) => window.clearTimeout(timer));
    this.timers.clear();
  };

  readonly resume = (): void => {
    for (const toast of this.shown) {
      if (!toast.remedy && !toast.isLasting && !this.timers.has(toast.id)) {
        this.timers.set(
          toast.id,
          window.setTimeout(() => this.dismiss(toast.id), LIFETIME[toast.type]),
        );
      }
    }
  };

  private become(toasts: readonly Toast[]): void {
    this.shown = toasts;
    for (const [id, timer] of this.timers) {
      if (!toasts.some((toast) => toast.id === id)) {
        window.clearTimeout(timer);
        this.timers.delete(id);
      }
    }
    this.host.requestUpdate();
  }
}
