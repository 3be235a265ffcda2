import { html, nothing, type TemplateResult } from 'lit';
import type { CustomAction } from '../api/contract';
import { actionIcon, gripIcon } from '../ui/icons';
import { queryOf } from '../ui/route';
import { TYPE_NAMES } from '../ui/words';
import { failingBadge, rowUsage } from '../usage/row-usage';
import type { RowUsage } from '../usage/usage';
import type { Reorder } from './reorder';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

export interface RowModel {
  readonly action: CustomAction;
  readonly usage: RowUsage | undefined;
  /** Of all rows, where not all are drawn. */
  readonly size: number | undefined;
  readonly place: number | undefined;
  readonly isSelected: boolean;
  readonly hasGrip: boolean;
  readonly isHeld: boolean;
  /** Where a dragged row would go beside this one. */
  readonly drop: 'before' | 'after' | undefined;
}

export interface RowEvents {
  open(id: string): void;
  readonly reordering: Reorder;
}

/** An action in the list. */
export function row(model: RowModel, events: RowEvents): TemplateResult {
  const { action } = model;
  const opened = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      events.open(action.id);
    }
  };
  return html`<li
    class="row ${model.isSelected ? 'selected' : ''} ${model.isHeld ? 'held' : ''}"
    data-row=${action.id}
    data-drop=${model.drop ?? nothing}
    aria-setsize=${model.size ?? nothing}
    aria-posinset=${model.place === undefined ? nothing : model.place + 1}
  >
    ${model.hasGrip ? grip(model, events.reordering) : nothing}
    <a
      class="row-link"
      href=${queryOf({ page: 'action', id: action.id, tab: 'settings' })}
      aria-current=${model.isSelected ? 'page' : nothing}
      @click=${opened}
    >
      <span class="tile ${action.action_type}">${actionIcon(action.icon)}</span>
      <span class="row-text">
        <span class="row-head">
          <span class="row-name">${action.name}</span>
          ${failingBadge(model.usage)}
          ${action.is_active ? nothing : html`<span class="badge">${words.common.inactive}</span>`}
        </span>
        <span class="row-type">${TYPE_NAMES[action.action_type]}${rowUsage(model.usage)}</span>
      </span>
    </a>
  </li>`;
}

function grip({ action, isHeld }: RowModel, reordering: Reorder): TemplateResult {
  return html`<button
    class="grip"
    type="button"
    title=${words.list.drag}
    aria-label=${fill(words.list.move, { name: action.name })}
    aria-describedby="reorder-help"
    aria-pressed=${isHeld ? 'true' : 'false'}
    @click=${(event: MouseEvent) => reordering.pressed(event, action.id)}
    @keydown=${reordering.keyDown}
    @pointerdown=${(event: PointerEvent) => reordering.dragStart(event, action.id)}
  >
    ${gripIcon()}
  </button>`;
}
