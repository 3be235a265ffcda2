import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Action } from './contract';
import type { Labels } from './words/labels';
import { menu } from './menu-view';
import { Overflow } from './overflow';
import { OverflowMenu } from './overflow-menu';
import { moveInColumn, moveInRow } from './roving-focus';
import { toolbar } from './toolbar-view';

/** The element that the row is drawn in. */
export interface ButtonRowHost extends ReactiveControllerHost, Element {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly words: Labels;
}

/** What the buttons are for. */
export interface ButtonPurpose {
  isRunning(actionId: string): boolean;
  run(actionId: string): void;
}

/** The buttons as one stop of the Tab key: in a row, the rest in a menu. */
export class ButtonRow implements ReactiveController {
  private readonly overflow: Overflow;
  private readonly menu: OverflowMenu;
  /** The button that had the focus last, by action. */
  private reachable: string | undefined;

  constructor(
    private readonly host: ButtonRowHost,
    private readonly purpose: ButtonPurpose,
  ) {
    this.overflow = new Overflow(host, () => this.toolbar);
    this.menu = new OverflowMenu(host, () => host.renderRoot);
    host.addController(this);
  }

  /** A button that went into the menu cannot keep the focus. */
  hostUpdated(): void {
    if (this.focused?.matches('.unseen')) {
      this.toolbar?.querySelector<HTMLElement>('[data-more]')?.focus();
    }
    if (this.overflow.fitting === Number.POSITIVE_INFINITY) {
      this.menu.close();
    }
  }

  render(actions: readonly Action[]): TemplateResult[] {
    const model = {
      actions,
      labels: this.host.words,
      fitting: this.overflow.fitting,
      reachable: this.reachable,
      isMenuOpen: this.menu.isOpen,
      isRunning: (id: string) => this.purpose.isRunning(id),
    };
    return [
      toolbar(model, {
        run: (action) => this.purpose.run(action.id),
        toggleMenu: this.menu.toggle,
        moveFocus: (event) => this.moveInToolbar(event),
        focused: (event) => this.remember(event),
      }),
      menu(
        { ...model, actions: actions.slice(this.overflow.fitting) },
        {
          run: (action) => this.runFromMenu(action),
          moveFocus: (event) => this.moveInMenu(event),
          toggled: this.menu.toggled,
        },
      ),
    ];
  }

  /** Puts the focus where the Tab key would. */
  focus(options?: FocusOptions): void {
    this.toolbar?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(options);
  }

  private get toolbar(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.toolbar');
  }

  private get focused(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  private moveInToolbar(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.matches('[data-more]') && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.menu.open(event.key === 'ArrowDown' ? 'first' : 'last');
      return;
    }
    const shown = this.toolbar?.querySelectorAll<HTMLElement>('.button:not(.unseen, .unneeded)') ?? [];
    moveInRow(event, Array.from(shown), getComputedStyle(this.host).direction === 'rtl');
  }

  private moveInMenu(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      // Not for a dialog of the page that the buttons are in.
      event.stopPropagation();
      event.preventDefault();
      this.menu.leave();
    } else if (event.key === 'Tab') {
      this.menu.leave();
    } else {
      moveInColumn(event, this.menu.items);
    }
  }

  private runFromMenu(action: Action): void {
    this.menu.leave();
    this.purpose.run(action.id);
  }

  private remember(event: FocusEvent): void {
    this.reachable = (event.target as HTMLElement).dataset.action;
    this.host.requestUpdate();
  }
}
