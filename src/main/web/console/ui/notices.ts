import { LitElement } from 'lit';
import type { Action, ExecutionResult, InputValues, ToastType } from '../../embed/contract';
import { frame } from '../../embed/frame';
import { isAsked, Prompt } from '../../embed/prompt';
import { apply } from '../../embed/result-effects';
import { styles } from '../../embed/styles';
import { Toasts } from '../../embed/toasts';
import { NoticeRoom } from './notice-room';
import { wordsIn } from '../../embed/words/translations';
import { language } from '../words/spoken';

/** Notices in the corner of the window, and what a click on a button does for an agent: both as the buttons do it. */
export class ConsoleNotices extends LitElement {
  static override readonly styles = styles;

  /** What the dialog says. Of what went wrong the service's own words, which say more to who can mend it. */
  readonly words = { ...wordsIn(language.code), outcomes: {} };
  /** What was typed is kept for each action, whoever it was for. */
  readonly contactId = '';

  private readonly toasts = new Toasts(this);
  private readonly prompt = new Prompt(this);

  constructor() {
    super();
    // After the notices, which draw themselves first.
    this.addController(new NoticeRoom(this));
  }

  /** @param offer what can be done about it while it is shown */
  show(type: ToastType, message: string, offer?: { readonly label: string; readonly run: () => void }): void {
    this.toasts.show(type, message, offer ? { remedy: { kind: 'retry', isOffer: true, ...offer } } : {});
  }

  /** Shows what came of an execution. */
  apply(result: ExecutionResult, service: string, isWanted: () => boolean): Promise<void> {
    const place = { toasts: this.toasts, labels: this.words, service, root: this.renderRoot, name: '', isWanted };
    return apply(result, place);
  }

  /** Asks what an agent is asked before an action runs; undefined if it shall not. */
  ask(action: Action): Promise<InputValues | undefined> {
    return isAsked(action) ? this.prompt.ask(action) : Promise.resolve({});
  }

  protected override render(): unknown {
    return frame(this.prompt.render());
  }
}
