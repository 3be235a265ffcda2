import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { viewOf } from './tree';

/** Pixels; less than an icon and some letters is no button. */
const LEAST = 72;
/** As in button-styles.ts. */
const WIDEST = 280;

/** How many of the buttons fit beside each other; the others go into the menu. */
export class Overflow implements ReactiveController {
  /** Number of buttons to show; the widths of all are known only after they were laid out once. */
  fitting = Number.POSITIVE_INFINITY;

  /** Of the window that shows the toolbar. */
  private observer: ResizeObserver | undefined;
  private toolbar: HTMLElement | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly findToolbar: () => HTMLElement | null | undefined,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const toolbar = this.findToolbar() ?? undefined;
    if (toolbar !== this.toolbar) {
      this.observer?.disconnect();
      this.toolbar = toolbar;
      if (toolbar) {
        this.observer = new (viewOf(toolbar).ResizeObserver)(() => this.measure());
        this.observer.observe(toolbar);
      }
    }
    this.measure();
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.toolbar = undefined;
  }

  private measure(): void {
    const fitting = this.toolbar ? count(this.toolbar) : Number.POSITIVE_INFINITY;
    if (fitting !== this.fitting) {
      this.fitting = fitting;
      this.host.requestUpdate();
    }
  }
}

/**
 * Buttons that do not fit keep their place in the layout, unseen, so that widths can always be measured. The first one is
 * rather cut than left out.
 */
function count(toolbar: HTMLElement): number {
  const style = getComputedStyle(toolbar);
  const gap = Number.parseFloat(style.columnGap) || 0;
  const room = toolbar.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  const widths = Array.from(toolbar.querySelectorAll('[data-action]'), uncut);
  const whole = widths.reduce((sum, each) => sum + each + gap, -gap);
  // Half a pixel is how far rounding of zoomed pages goes.
  if (room === 0 || whole <= room + 0.5 || widths.length === 1) {
    return Number.POSITIVE_INFINITY;
  }
  let left = room - width(toolbar.querySelector('[data-more]'));
  const isCutWorthIt = left - gap >= LEAST;
  const fitting = widths.filter((each) => (left -= each + gap) >= -0.5).length;
  return Math.max(fitting, isCutWorthIt ? 1 : 0);
}

/** The width that a button would like to have. */
function uncut(button: Element): number {
  const name = button.querySelector('.cut .name');
  const cutOff = name ? name.scrollWidth - name.clientWidth : 0;
  return Math.min(width(button) + cutOff, Math.max(WIDEST, width(button)));
}

function width(element: Element | null): number {
  return element?.getBoundingClientRect().width ?? 0;
}
