import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { moveInColumn } from '../../embed/roving-focus';
import { PlainElement } from '../ui/plain-element';
import { type JsonLine, jsonLines } from './json-lines';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** JSON of an answer. A click on a part of it uses it in a template. */
export class AnswerJson extends PlainElement {
  @property({ attribute: false }) value: unknown;
  /** What templates call all of it. */
  @property({ attribute: false }) root = 'response';
  /** Takes the name of the part, and its value if that is no list and no object. */
  @property({ attribute: false }) insert: (path: string, value: unknown) => void = () => {};

  protected override render(): unknown {
    const lines = jsonLines(this.value, this.root);
    const first = lines.find(({ path }) => path !== undefined);
    return html`<div class="json code" role="group" aria-label=${words.trial.partsOfAnswer} @keydown=${this.move}>
      ${lines.map((line) => this.line(line, line === first))}
    </div>`;
  }

  private line({ depth, text, path, value }: JsonLine, isFirst: boolean): unknown {
    const indent = '  '.repeat(depth);
    const shown = `${indent}${text}`;
    return path === undefined
      ? html`<span class="json-line">${shown}</span>`
      : html`<button
          class="json-line"
          type="button"
          title=${fill(words.trial.insert, { variable: `{{${path}}}` })}
          data-path=${path}
          tabindex=${isFirst ? 0 : -1}
          @click=${() => this.insert(path, value)}
          .textContent=${shown}
        ></button>`;
  }

  private readonly move = (event: KeyboardEvent): void =>
    moveInColumn(event, Array.from(this.querySelectorAll<HTMLElement>('button')));
}
