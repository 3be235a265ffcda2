import { html } from 'lit';
import { COMMAND_KEY } from './shortcuts';
import { PlainElement } from '../ui/plain-element';

const SHORTCUTS: ReadonlyArray<readonly [keys: readonly string[], meaning: string]> = [
  [[COMMAND_KEY, 'K'], 'Go to an action or a page'],
  [[COMMAND_KEY, 'S'], 'Save the form'],
  [['/'], 'Search the actions'],
  [['n'], 'New action'],
  [['?'], 'This list'],
  [['Esc'], 'Close a dialog, leave a row where it was'],
];

/** Lists the keys. */
export class ShortcutHelp extends PlainElement {
  open(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): unknown {
    return html`<dialog class="dialog" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title" class="dialog-title">Keyboard shortcuts</h2>
      <dl class="shortcuts">
        ${SHORTCUTS.map(
          ([keys, meaning]) =>
            html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${meaning}</dd>`,
        )}
      </dl>
      <p class="hint">Single keys mean themselves while you type in a field.</p>
      <div class="dialog-buttons">
        <button class="button" type="button" autofocus @click=${() => this.querySelector('dialog')?.close()}>
          Close
        </button>
      </div>
    </dialog>`;
  }
}
