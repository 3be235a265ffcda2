import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type DropPlace, dropPlace, scrollAtEdges } from './drop-place';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** What reordering needs of the list. */
export interface ReorderHost extends ReactiveControllerHost {
  /** The actions in their order. */
  readonly ids: readonly string[];
  /** The rows, each with its action in `data-row`. */
  readonly rows: readonly HTMLElement[];
  nameOf(id: string): string;
  announce(text: string): void;
  reorder(ids: readonly string[]): void;
}

/**
 * Moves a row by its grip: with the keyboard (Space, arrows, Space; Escape leaves it where it was), or by dragging it with a
 * mouse, pen or finger.
 */
export class Reorder implements ReactiveController {
  /** The row in hand. */
  held: string | undefined;
  /** Where a dragged row would go. */
  drop: DropPlace | undefined;

  private moved: readonly string[] | undefined;

  constructor(private readonly host: ReorderHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.release();
  }

  /** A row that was moved in the document has lost the focus. */
  hostUpdated(): void {
    if (this.moved && this.held) {
      this.gripOf(this.held)?.focus();
    }
  }

  /** The order to show: while a row is moved by keys, the one that would come of it. */
  get order(): readonly string[] {
    return this.moved ?? this.host.ids;
  }

  /** The grip was pressed by the keyboard or by an assistive technology; a mouse drags. */
  readonly pressed = (event: MouseEvent, id: string): void => {
    if (event.detail === 0) {
      if (this.held === id) {
        this.putDown();
      } else {
        this.pickUp(id);
      }
    }
  };

  readonly keyDown = (event: KeyboardEvent): void => {
    if (!this.held || !this.moved) {
      return;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) {
      event.preventDefault();
      this.move(step);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      this.host.announce(fill(words.list.stays, { name: this.host.nameOf(this.held) }));
      this.release();
    }
  };

  readonly dragStart = (event: PointerEvent, id: string): void => {
    if (event.button !== 0) {
      return;
    }
    this.release();
    this.held = id;
    window.addEventListener('pointermove', this.drag);
    window.addEventListener('pointerup', this.dragEnd);
    window.addEventListener('pointercancel', this.release);
    window.addEventListener('keydown', this.cancelDrag, true);
    this.host.requestUpdate();
  };

  private readonly cancelDrag = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.host.announce(fill(words.list.stays, { name: this.host.nameOf(this.held ?? '') }));
      this.release();
    }
  };

  private readonly drag = (event: PointerEvent): void => {
    this.drop = dropPlace(this.host.rows, event.clientY);
    scrollAtEdges(this.host.rows[0]?.parentElement, event.clientY);
    this.host.requestUpdate();
  };

  private readonly dragEnd = (): void => {
    const { held, drop } = this;
    this.release();
    if (held && drop && drop.id !== held) {
      const others = this.host.ids.filter((id) => id !== held);
      const at = others.indexOf(drop.id) + (drop.side === 'after' ? 1 : 0);
      this.commit([...others.slice(0, at), held, ...others.slice(at)], held);
    }
  };

  private pickUp(id: string): void {
    this.release();
    this.held = id;
    this.moved = this.host.ids;
    this.host.announce(fill(words.list.pickedUp, { name: this.host.nameOf(id) }));
    this.host.requestUpdate();
  }

  private move(step: number): void {
    const order = [...this.order];
    const from = order.indexOf(this.held ?? '');
    const to = Math.min(order.length - 1, Math.max(0, from + step));
    order.splice(to, 0, ...order.splice(from, 1));
    this.moved = order;
    this.host.announce(fill(words.list.position, { place: to + 1, count: order.length }));
    this.host.requestUpdate();
  }

  private putDown(): void {
    const { held, moved } = this;
    this.release();
    if (held && moved) {
      this.commit(moved, held);
      // Once the new order has come back from above, and the row is where it stays.
      requestAnimationFrame(() => this.gripOf(held)?.focus());
    }
  }

  private commit(order: readonly string[], moved: string): void {
    if (order.some((id, place) => id !== this.host.ids[place])) {
      this.host.announce(
        fill(words.list.nowAt, { name: this.host.nameOf(moved), place: order.indexOf(moved) + 1, count: order.length }),
      );
      this.host.reorder(order);
    }
  }

  private readonly release = (): void => {
    window.removeEventListener('pointermove', this.drag);
    window.removeEventListener('pointerup', this.dragEnd);
    window.removeEventListener('pointercancel', this.release);
    window.removeEventListener('keydown', this.cancelDrag, true);
    this.held = undefined;
    this.drop = undefined;
    this.moved = undefined;
    this.host.requestUpdate();
  };

  private gripOf(id: string): HTMLElement | null | undefined {
    return this.host.rows.find((row) => row.dataset.row === id)?.querySelector<HTMLElement>('.grip');
  }
}
