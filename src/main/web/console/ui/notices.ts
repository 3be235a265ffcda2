import { LitElement } from 'lit';
import { copy } from '../../embed/clipboard';
import type { ExecutionResult, ToastType } from '../../embed/contract';
import { ENGLISH } from '../../embed/labels';
import { apply } from '../../embed/result-effects';
import { styles } from '../../embed/styles';
import { announcements, toasts } from '../../embed/toast-view';
import { type Toast, Toasts } from '../../embed/toasts';

/** Notices in the corner of the window, and what a click on a button does for an agent: both as the buttons do it. */
export class ConsoleNotices extends LitElement {
  static override readonly styles = styles;

  private readonly toasts = new Toasts(this);

  show(type: ToastType, message: string): void {
    this.toasts.show(type, message);
  }

  /** Shows what came of an execution. A page always opens in a new tab, so that this one stays. */
  apply(result: ExecutionResult, service: string, isWanted: () => boolean): Promise<void> {
    const place = { toasts: this.toasts, labels: ENGLISH, service, root: this.renderRoot, isWanted };
    return apply({ ...result, open_in_new_tab: true }, place);
  }

  protected override render(): unknown {
    const { shown } = this.toasts;
    const events = {
      dismiss: (toast: Toast) => this.toasts.dismiss(toast.id),
      copy: (toast: Toast, text: string) => void this.copyByHand(toast, text),
      pause: this.toasts.pause,
      resume: this.toasts.resume,
    };
    return [toasts(shown, ENGLISH, events), announcements(shown.at(-1))];
  }

  private async copyByHand(toast: Toast, text: string): Promise<void> {
    if (await copy(text, this.renderRoot)) {
      this.toasts.dismiss(toast.id);
      this.toasts.show('success', ENGLISH.copied);
    }
  }
}
