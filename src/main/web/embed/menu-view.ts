import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Action } from './contract';
import { actionIcon, spinner } from './icons';
import { fill, type Labels } from './words/labels';

/** What the menu shows. */
export interface MenuModel {
  readonly actions: readonly Action[];
  readonly labels: Labels;
  isRunning(actionId: string): boolean;
}

/** What can be done in it. */
export interface MenuEvents {
  run(action: Action): void;
  moveFocus(event: KeyboardEvent): void;
  toggled(event: Event): void;
}

/** The actions that the toolbar has no room for. A popover of the browser: it closes by Escape and a click elsewhere. */
export function menu(model: MenuModel, events: MenuEvents): TemplateResult {
  return html`<div
    class="menu"
    part="menu"
    role="menu"
    popover="auto"
    aria-label=${model.labels.more}
    @keydown=${events.moveFocus}
    @toggle=${events.toggled}
  >
    ${repeat(
      model.actions,
      (action) => action.id,
      (action) => item(action, model, events),
    )}
  </div>`;
}

function item(action: Action, model: MenuModel, events: MenuEvents): TemplateResult {
  const isRunning = model.isRunning(action.id);
  return html`<button
    class="item"
    part="menu-item"
    type="button"
    role="menuitem"
    tabindex="-1"
    data-action=${action.id}
    aria-disabled=${isRunning ? 'true' : nothing}
    aria-label=${isRunning ? fill(model.labels.running, { name: action.name }) : nothing}
    @click=${() => events.run(action)}
  >
    ${isRunning ? spinner() : actionIcon(action.icon)}<span class="name">${action.name}</span>
  </button>`;
}
