import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Action } from './contract';
import { actionIcon, moreIcon, spinner } from './icons';
import { fill, type Labels } from './words/labels';

/** What the toolbar shows. */
export interface ToolbarModel {
  readonly actions: readonly Action[];
  readonly labels: Labels;
  /** Number of buttons that there is room for. */
  readonly fitting: number;
  /** The button that the Tab key reaches, by action; the menu's where it is not among those shown. */
  readonly reachable: string | undefined;
  readonly isMenuOpen: boolean;
  isRunning(actionId: string): boolean;
}

/** What can be done in it. */
export interface ToolbarEvents {
  run(action: Action): void;
  toggleMenu(event: Event): void;
  moveFocus(event: KeyboardEvent): void;
  focused(event: FocusEvent): void;
}

/** The buttons side by side, and one more for those that there is no room for. */
export function toolbar(model: ToolbarModel, events: ToolbarEvents): TemplateResult {
  const reachable = reachableAction(model);
  return html`<div
    class="toolbar"
    part="toolbar"
    role="toolbar"
    aria-label=${model.labels.toolbar}
    @keydown=${events.moveFocus}
    @focusin=${events.focused}
  >
    ${repeat(
      model.actions,
      (action) => action.id,
      (action, index) => button(action, index, action.id === reachable, model, events),
    )}
    ${moreButton(reachable === undefined, model, events)}
  </div>`;
}

function reachableAction(model: ToolbarModel): string | undefined {
  const shown = model.actions.slice(0, model.fitting);
  const isInMenu = model.actions.slice(shown.length).some((action) => action.id === model.reachable);
  return isInMenu ? undefined : (shown.find((action) => action.id === model.reachable) ?? shown[0])?.id;
}

function button(
  action: Action,
  index: number,
  isReachable: boolean,
  model: ToolbarModel,
  events: ToolbarEvents,
): TemplateResult {
  const isRunning = model.isRunning(action.id);
  const isShown = index < model.fitting;
  // Only one that is alone beside the menu may have to be cut.
  const looks = isShown && model.fitting === 1 ? 'button cut' : 'button';
  return html`<button
    class=${isShown ? looks : 'button unseen'}
    part=${isRunning ? 'button button-running' : 'button'}
    type="button"
    title=${action.name}
    data-action=${action.id}
    tabindex=${isShown && isReachable ? 0 : -1}
    aria-hidden=${isShown ? nothing : 'true'}
    aria-disabled=${isRunning ? 'true' : nothing}
    aria-busy=${isRunning ? 'true' : nothing}
    aria-label=${isRunning ? fill(model.labels.running, { name: action.name }) : nothing}
    @click=${() => events.run(action)}
  >
    ${isRunning ? spinner() : actionIcon(action.icon)}<span class="name" part="label">${action.name}</span>
  </button>`;
}

function moreButton(isReachable: boolean, model: ToolbarModel, events: ToolbarEvents): TemplateResult {
  const hidden = model.actions.slice(model.fitting);
  const isNeeded = hidden.length > 0;
  const isRunning = hidden.some((action) => model.isRunning(action.id));
  return html`<button
    class=${isNeeded ? 'button more' : 'button more unneeded'}
    part="button more"
    type="button"
    title=${model.labels.more}
    data-more
    tabindex=${isReachable && isNeeded ? 0 : -1}
    aria-hidden=${isNeeded ? nothing : 'true'}
    aria-label=${model.labels.more}
    aria-haspopup="menu"
    aria-expanded=${model.isMenuOpen ? 'true' : 'false'}
    aria-busy=${isRunning ? 'true' : nothing}
    @click=${events.toggleMenu}
  >
    ${isRunning ? spinner() : moreIcon()}
  </button>`;
}
