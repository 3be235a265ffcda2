import { LitElement } from 'lit';
import type { ExecutionResult, ToastType } from '../../embed/contract';
import { ENGLISH } from '../../embed/labels';
import { apply } from '../../embed/result-effects';
import { styles } from '../../embed/styles';
import { notices } from '../../embed/toast-view';
import { Toasts } from '../../embed/toasts';

/** Notices in the corner of the window, and what a click on a button does for an agent: both as the buttons do it. */
export class ConsoleNotices extends LitElement {
  static override readonly styles = styles;

  private readonly toasts = new Toasts(this);

  show(type: ToastType, message: string): void {
    this.toasts.show(type, message);
  }

  /** Shows what came of an execution. */
  apply(result: ExecutionResult, service: string, isWanted: () => boolean): Promise<void> {
    const place = { toasts: this.toasts, labels: ENGLISH, service, root: this.renderRoot, isWanted };
    return apply(result, place);
  }

  protected override render(): unknown {
    return notices(this.toasts, ENGLISH, this.renderRoot);
  }
}
