import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { isSecretField, labelOf } from '../ui/field-labels';
import { PlainElement } from '../ui/plain-element';
import type { Conflict, Side } from './merge';
import type { Choices } from './saving';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

interface Question {
  readonly conflicts: readonly Conflict[];
  readonly others: string;
}

/** Lets somebody choose between their own and another one's change of the same field. */
export class MergeDialog extends PlainElement {
  @state() private question: Question | undefined;

  private answer: ((choices: Choices | undefined) => void) | undefined;

  /**
   * Asks about each field.
   *
   * @param others who changed them too
   * @returns undefined if nothing shall be saved
   */
  async ask(conflicts: readonly Conflict[], others: string): Promise<Choices | undefined> {
    this.settle(undefined);
    this.question = { conflicts, others };
    await this.updateComplete;
    this.querySelector('form')?.reset();
    this.dialog?.showModal();
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  protected override render(): unknown {
    const { conflicts, others } = this.question ?? { conflicts: [], others: '' };
    return html`<dialog
      class="dialog merge-dialog"
      aria-labelledby="merge-title"
      aria-describedby="merge-text"
      @close=${() => this.settle(undefined)}
    >
      <form method="dialog" @submit=${this.submit}>
        <h2 id="merge-title" class="dialog-title">${fill(words.editor.alsoChanged, { names: others })}</h2>
        <p id="merge-text" class="dialog-text">${words.editor.chooseKeep}</p>
        <div class="conflicts">${conflicts.map((conflict, place) => this.conflict(conflict, place, others))}</div>
        <div class="dialog-buttons">
          <button class="button" type="button" data-stay @click=${() => this.dialog?.close()}>
            ${words.editor.notYet}
          </button>
          <button class="button primary" type="submit" data-go>${words.editor.save}</button>
        </div>
      </form>
    </dialog>`;
  }

  private conflict(conflict: Conflict, place: number, others: string): unknown {
    const { path, before } = conflict;
    return html`<fieldset class="conflict" data-conflict=${path}>
      <legend>${labelOf(path)}</legend>
      <div class="sides">
        ${side('mine', words.editor.yours, conflict, place)}
        ${side('theirs', fill(words.editor.byOthers, { names: whose(others) }), conflict, place)}
      </div>
      ${
        conflict.isSecret || !before
          ? nothing
          : html`<details class="before">
              <summary>${words.editor.beforeBoth}</summary>
              <pre class="code" tabindex="0">${before}</pre>
            </details>`
      }
    </fieldset>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const { conflicts = [] } = this.question ?? {};
    const data = new FormData(event.target as HTMLFormElement);
    this.settle(new Map(conflicts.map(({ path }, place) => [path, data.get(`conflict-${place}`) as Side])));
    this.dialog?.close();
  };

  private settle(choices: Choices | undefined): void {
    this.answer?.(choices);
    this.answer = undefined;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }
}

function side(name: Side, title: string, conflict: Conflict, place: number): unknown {
  const text = conflict[name];
  return html`<label class="side">
    <span class="side-title">
      <input type="radio" name="conflict-${place}" value=${name} ?checked=${name === 'mine'} />${title}
    </span>
    ${
      text === undefined
        ? html`<span class="hint">${words.editor.removed}</span>`
        : conflict.isSecret || isSecretField(conflict.path)
          ? html`<span class="hint">${words.editor.hiddenValue}</span>`
          : text === ''
            ? html`<span class="hint">${words.editor.empty}</span>`
            : html`<pre class="code">${text}</pre>`
    }
  </label>`;
}

function whose(others: string): string {
  return others === words.common.someoneElse ? words.editor.someoneElseLater : others;
}
