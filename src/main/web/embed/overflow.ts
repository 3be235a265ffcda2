import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How many of the buttons fit beside each other; the others go into the menu. */
export class Overflow implements ReactiveController {
  /** Number of buttons to show; the widths of all are known only after they were laid out once. */
  fitting = Number.POSITIVE_INFINITY;

  private readonly observer = new ResizeObserver(() => this.measure());
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
      this.observer.disconnect();
      this.toolbar = toolbar;
      if (toolbar) {
        this.observer.observe(toolbar);
      }
    }
    this.measure();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
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

/** Buttons that do not fit keep their place in the layout, unseen, so that widths can always be measured. */
function count(toolbar: HTMLElement): number {
  const style = getComputedStyle(toolbar);
  const gap = Number.parseFloat(style.columnGap) || 0;
  const room = toolbar.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  const widths = Array.from(toolbar.querySelectorAll('[data-action]'), width);
  const whole = widths.reduce((sum, each) => sum + each + gap, -gap);
  // Half a pixel is how far rounding of zoomed pages goes.
  if (room === 0 || whole <= room + 0.5) {
    return Number.POSITIVE_INFINITY;
  }
  let left = room - width(toolbar.querySelector('[data-more]'));
  return widths.filter((each) => (left -= each + gap) >= -0.5).length;
}

function width(element: Element | null): number {
  return element?.getBoundingClientRect().width ?? 0;
}
