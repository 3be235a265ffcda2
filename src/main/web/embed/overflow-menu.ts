import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { viewOf } from './tree';

/** Pixels between the menu and its button, and between it and the window's edge. */
const DISTANCE = 4;

/** Opens and places the menu of what the toolbar has no room for. */
export class OverflowMenu implements ReactiveController {
  isOpen = false;
  /** Where it follows its button. */
  private view: Window | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly root: () => ParentNode,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.follow(false);
    this.isOpen = false;
  }

  /** The actions in it, as far as they are drawn. */
  get items(): HTMLElement[] {
    return Array.from(this.element?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []);
  }

  readonly toggle = (): void => {
    if (this.isOpen) {
      this.close();
    } else {
      this.open('first');
    }
  };

  /** Opens it with the focus on its first or last action. */
  open(focus: 'first' | 'last'): void {
    this.element?.showPopover();
    this.place();
    this.items.at(focus === 'first' ? 0 : -1)?.focus();
  }

  readonly close = (): void => {
    if (this.isOpen) {
      this.element?.hidePopover();
    }
  };

  /** Closes it with the focus back on its button. */
  leave(): void {
    this.close();
    this.button?.focus();
  }

  /** Follows the browser, which opens and closes it too. */
  readonly toggled = (event: Event): void => {
    this.isOpen = (event as ToggleEvent).newState === 'open';
    this.follow(this.isOpen);
    this.host.requestUpdate();
  };

  /** It is above the page, not in it, and has to go where its button goes. */
  private follow(isOn: boolean): void {
    this.view?.removeEventListener('resize', this.place);
    this.view?.removeEventListener('scroll', this.place, true);
    this.view = isOn && this.element ? viewOf(this.element) : undefined;
    this.view?.addEventListener('resize', this.place);
    this.view?.addEventListener('scroll', this.place, true);
  }

  private readonly place = (): void => {
    if (this.element && this.button) {
      placeAt(this.element, this.button);
    }
  };

  private get element(): HTMLElement | null {
    return this.root().querySelector<HTMLElement>('.menu');
  }

  private get button(): HTMLElement | null {
    return this.root().querySelector<HTMLElement>('[data-more]');
  }
}

/** Below the button, or above it where there is more room; its end at the button's end. */
function placeAt(menu: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const window = viewOf(button);
  const below = window.innerHeight - anchor.bottom - 2 * DISTANCE;
  const above = anchor.top - 2 * DISTANCE;
  const isBelow = menu.offsetHeight <= below || below >= above;
  menu.style.maxHeight = `${isBelow ? below : above}px`;
  menu.style.top = `${isBelow ? anchor.bottom + DISTANCE : anchor.top - DISTANCE - menu.offsetHeight}px`;
  const isRightToLeft = getComputedStyle(menu).direction === 'rtl';
  const left = isRightToLeft ? anchor.left : anchor.right - menu.offsetWidth;
  const last = window.innerWidth - menu.offsetWidth - DISTANCE;
  menu.style.left = `${Math.max(DISTANCE, Math.min(left, last))}px`;
}
