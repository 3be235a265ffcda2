import type { ToastType } from './contract';
import { DialogHome, ElementHome, type Home } from './notice-home';
import { ancestors, focusedIn } from './tree';
import type { NoticeHost, Toast } from './toast';

/** Milliseconds for which a toast stays that asks for nothing. */
const LIFETIME: Readonly<Record<ToastType, number>> = { success: 6_000, info: 6_000, warning: 12_000, error: 12_000 };
/** Milliseconds for which something is offered. */
const OFFER = 12_000;
const MOST_AT_ONCE = 3;

/** By the document; one that is gone takes its place with it. */
const places = new WeakMap<Document, NoticePlace>();

/**
 * The corner of a page where the notices of all elements are, newest last. One of the elements draws them, so that a page
 * can style them; a modal dialog of the page draws them while it keeps everybody from what is outside of it.
 */
export class NoticePlace {
  shown: readonly Toast[] = [];

  private home: Home | undefined;
  private readonly timers = new Map<number, number>();
  private readonly follow = () => this.settle();
  private readonly observer = new MutationObserver(this.follow);

  private constructor(private readonly document: Document) {}

  static of(document: Document): NoticePlace {
    const place = places.get(document) ?? new NoticePlace(document);
    places.set(document, place);
    return place;
  }

  show(toast: Toast): void {
    this.become([...this.shown, toast].slice(-MOST_AT_ONCE));
    this.resume();
  }

  readonly dismiss = (id: number): void => {
    this.become(this.shown.filter((toast) => toast.id !== id));
  };

  /** Takes away what an element has told. */
  clear(source: NoticeHost): void {
    if (this.shown.some((toast) => toast.source === source)) {
      this.become(this.shown.filter((toast) => toast.source !== source));
    }
  }

  /** The element goes; what others have told stays. */
  leave(source: NoticeHost): void {
    this.clear(source);
    if (this.home?.source === source) {
      this.settle();
    }
  }

  /** After a change of the element: of its words, or the first one. */
  redraw(source: NoticeHost): void {
    if (this.home?.source === source) {
      this.home.draw();
    }
    if (this.home?.around !== source) {
      new ElementHome(source, this).leave();
    }
  }

  /** Nothing goes while somebody points at it or is in it. */
  readonly pause = (): void => {
    this.timers.forEach((timer) => window.clearTimeout(timer));
    this.timers.clear();
  };

  readonly resume = (): void => {
    for (const toast of this.shown) {
      const isOffer = toast.remedy?.kind === 'retry' && toast.remedy.isOffer;
      if ((!toast.remedy || isOffer) && !toast.isLasting && !this.timers.has(toast.id)) {
        this.timers.set(
          toast.id,
          window.setTimeout(() => this.dismiss(toast.id), isOffer ? OFFER : LIFETIME[toast.type]),
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
    this.settle(true);
  }

  /** Moves to where notices can be read now; draws them anew if they have changed. */
  private settle(haveChanged = false): void {
    const before = this.home;
    const home = this.findHome();
    if (home !== before) {
      this.home = home;
      before?.leave();
      this.watch();
    }
    if (home && (haveChanged || home !== before)) {
      home.draw();
    }
  }

  private findHome(): Home | undefined {
    const newest = this.shown.at(-1);
    if (!newest) {
      return undefined;
    }
    const before = this.home?.source;
    // It stays where it is, so that nothing is lost of what somebody does in it.
    const source = before?.isConnected && before.checkVisibility() ? before : newest.source;
    const modal = this.modal();
    const dialog = modal && ![...ancestors(source)].includes(modal) ? modal : undefined;
    if (this.home?.isThere && this.home.source === source && this.home.around === (dialog ?? source)) {
      return this.home;
    }
    return dialog ? new DialogHome(dialog, source, this) : new ElementHome(source, this);
  }

  /** The dialog that keeps everybody from what is outside of it: where the focus is, or the last one. */
  private modal(): HTMLDialogElement | undefined {
    const focused = focusedIn(this.document);
    const around = focused ? [...ancestors(focused)].find(isModal) : undefined;
    const roots = [this.document, ...this.shown.map(({ source }) => source.renderRoot)];
    return around ?? roots.flatMap((root) => [...root.querySelectorAll('dialog')]).findLast(isModal);
  }

  /** While there is something to read. */
  private watch(): void {
    this.observer.disconnect();
    // A dialog in a shadow root that is not looked at takes the focus when it opens, and gives it back.
    this.document.removeEventListener('focusin', this.follow);
    if (this.home) {
      this.document.addEventListener('focusin', this.follow);
      for (const root of [this.document, ...ancestors(this.home.source), this.home.source.renderRoot]) {
        if (!root.parentNode) {
          this.observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
        }
      }
    }
  }
}

function isModal(node: Node): node is HTMLDialogElement {
  return node.nodeName === 'DIALOG' && (node as HTMLDialogElement).matches(':modal');
}
