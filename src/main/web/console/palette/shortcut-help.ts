import { html } from 'lit';
import { COMMAND_KEY } from './shortcuts';
import { PlainElement } from '../ui/plain-element';
import { words } from '../words/spoken';

const SHORTCUTS: ReadonlyArray<readonly [keys: readonly string[], meaning: string]> = [
  [[COMMAND_KEY, 'K'], words.common.goToAny],
  [[COMMAND_KEY, 'S'], words.palette.save],
  [['/'], words.palette.search],
  [['n'], words.common.newAction],
  [['?'], words.palette.thisList],
  [['Esc'], words.palette.escape],
];

/** Lists the keys. */
export class ShortcutHelp extends PlainElement {
  open(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): unknown {
    return html`<dialog class="dialog" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title" class="dialog-title">${words.common.shortcuts}</h2>
      <dl class="shortcuts">
        ${SHORTCUTS.map(
          ([keys, meaning]) =>
            html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${meaning}</dd>`,
        )}
      </dl>
      <p class="hint">${words.palette.singleKeys}</p>
      <div class="dialog-buttons">
        <button class="button" type="button" autofocus @click=${() => this.querySelector('dialog')?.close()}>
          ${words.palette.close}
        </button>
      </div>
    </dialog>`;
  }
}
