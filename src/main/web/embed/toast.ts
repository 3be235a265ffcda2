import type { ReactiveControllerHost } from 'lit';
import type { ToastType } from './contract';
import type { Labels } from './words/labels';

/** What an agent may still have to do by hand. */
export type Remedy =
  | {
      readonly kind: 'link';
      /** Works once and not for long. */
      readonly url: string;
      /** Gets another one. */
      readonly again?: () => Promise<string>;
      /** Whether it takes the place of this page. */
      readonly isHere?: boolean;
    }
  | { readonly kind: 'copy'; readonly text: string }
  | {
      readonly kind: 'retry';
      readonly run: () => void;
      /** What else it is than another try. */
      readonly label?: string;
      /** It need not be done, so it goes with the notice. */
      readonly isOffer?: boolean;
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

/** An element that has something to tell. */
export interface NoticeHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly words: Labels;
  /** Where the focus goes from a notice that was dismissed. */
  takeFocus?(): void;
  /** Whether the page shows the notice itself. */
  isToldOtherwise?(type: ToastType, message: string, extras: Extras): boolean;
}

export interface Toast extends Extras {
  readonly id: number;
  readonly type: ToastType;
  readonly message: string;
  readonly source: NoticeHost;
}

let last = 0;

/** By what a notice can be taken away. */
export function nextId(): number {
  return ++last;
}
