import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Action, InputValues } from './contract';
import { type Control, draftOf, valuesOf } from './input-values';
import type { Labels } from './words/labels';
import { promptDialog } from './prompt-view';

/** The element that the dialog is drawn in. */
export interface PromptHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
  readonly contactId: string;
  readonly words: Labels;
}

interface Question {
  readonly action: Action;
  readonly contactId: string;
  /** By the name of the field. */
  readonly complaints: Readonly<Record<string, string>>;
  /** Undefined if the agent does not want to. */
  answer(values: InputValues | undefined): void;
}

/** Asks the agent before an action runs: for what has to be filled in, and whether it shall run. */
export class Prompt implements ReactiveController {
  private question: Question | undefined;
  /** What was typed and not sent, by contact and action. */
  private readonly drafts = new Map<string, InputValues>();

  constructor(private readonly host: PromptHost) {
    host.addController(this);
  }

  /**
   * Asks for what the action needs to know; see {@link isAsked}.
   *
   * @param complaints what the service said of the values that were sent
   * @returns what was filled in; undefined if the agent does not want to run it
   */
  ask(action: Action, complaints: Readonly<Record<string, string>> = {}): Promise<InputValues | undefined> {
    this.leave();
    return new Promise((answer) => {
      this.question = { action, contactId: this.host.contactId, complaints, answer };
      this.host.requestUpdate();
    });
  }

  /** Closes the dialog, if it is open; nothing runs. */
  leave(): void {
    if (this.question) {
      this.keepDraft(this.question);
      this.end(undefined);
    }
  }

  /** Forgets what was typed, because it was sent. */
  forget(actionId: string, contactId: string): void {
    this.drafts.delete(`${contactId} ${actionId}`);
  }

  render(): TemplateResult {
    const { question } = this;
    return promptDialog(
      question && {
        action: question.action,
        draft: this.drafts.get(placeOf(question)),
        complaints: question.complaints,
      },
      this.host.words,
      { submit: this.submit, close: () => this.leave() },
    );
  }

  hostUpdated(): void {
    const { dialog } = this;
    if (!dialog || dialog.open === (this.question !== undefined)) {
      return;
    }
    if (!this.question) {
      dialog.close();
      return;
    }
    dialog.showModal();
    const first = dialog.querySelector<HTMLElement>('[aria-invalid=true], .field-control, [type=submit]');
    first?.focus();
  }

  hostDisconnected(): void {
    this.leave();
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { question } = this;
    if (!question) {
      return;
    }
    const inputs = question.action.inputs ?? [];
    const complaints: Record<string, string> = {};
    for (const { name } of inputs) {
      const control = this.control(name);
      if (control && !control.checkValidity()) {
        // In the words of the browser, which are those of the agent's language.
        complaints[name] = control.validationMessage;
      }
    }
    this.keepDraft(question);
    if (Object.keys(complaints).length > 0) {
      this.question = { ...question, complaints };
      this.host.requestUpdate();
      void this.host.updateComplete.then(() => this.dialog?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    this.end(valuesOf(inputs, (name) => this.control(name)));
  };

  private end(values: InputValues | undefined): void {
    const { question } = this;
    this.question = undefined;
    this.host.requestUpdate();
    question?.answer(values);
  }

  private keepDraft(question: Question): void {
    const inputs = question.action.inputs ?? [];
    if (this.dialog && inputs.length > 0) {
      this.drafts.set(
        placeOf(question),
        draftOf(inputs, (name) => this.control(name)),
      );
    }
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  private control(name: string): (HTMLInputElement & Control) | undefined {
    return this.dialog?.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? undefined;
  }
}

/** Whether the agent has anything to fill in or to answer first. */
export function isAsked({ inputs, confirmation }: Action): boolean {
  return (inputs !== undefined && inputs.length > 0) || Boolean(confirmation);
}

function placeOf({ action, contactId }: Question): string {
  return `${contactId} ${action.id}`;
}
