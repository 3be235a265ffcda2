import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type Range, rangeOf } from './row-range';

/** Rows up to which all of them are drawn, so that the browser's own search finds each. */
const MOST_DRAWN = 150;
/** Pixels, until a row was measured. */
const USUAL_HEIGHT = 52;

/** What it needs of the list. */
export interface RowWindowHost extends ReactiveControllerHost {
  /** What has the rows in it, once it is there. */
  readonly list: HTMLElement | null;
  readonly rows: readonly HTMLElement[];
}

/** Draws of a long list what can be seen, and some more, so that a thousand rows are as quick as fifty. */
export class RowWindow implements ReactiveController {
  /** Of the list, around the rows: as high as those that are not drawn. */
  static readonly gap = html`<li class="gap" role="presentation"></li>`;

  private height = USUAL_HEIGHT;
  private range: Range = { start: 0, end: MOST_DRAWN };
  private count = 0;

  constructor(private readonly host: RowWindowHost) {
    host.addController(this);
  }

  hostConnected(): void {
    // Of the list itself, or of what it is in on a narrow window.
    window.addEventListener('scroll', this.look, { capture: true, passive: true });
    window.addEventListener('resize', this.look);
  }

  hostDisconnected(): void {
    window.removeEventListener('scroll', this.look, { capture: true });
    window.removeEventListener('resize', this.look);
  }

  hostUpdated(): void {
    this.height = this.host.rows[0]?.offsetHeight || this.height;
    const { start, end } = this.drawn;
    const [before, after] = this.host.list?.querySelectorAll<HTMLElement>('.gap') ?? [];
    this.stretch(before, start);
    this.stretch(after, this.count - end);
    this.look();
  }

  /** Those to draw, each with its place among all. */
  of<T>(all: readonly T[]): ReadonlyArray<{ readonly item: T; readonly place: number }> {
    this.count = all.length;
    const { start, end } = this.drawn;
    return all.slice(start, end).map((item, index) => ({ item, place: start + index }));
  }

  get isPartial(): boolean {
    return this.count > MOST_DRAWN;
  }

  /** Scrolls to a row that is not drawn. */
  reveal(place: number): void {
    const { list } = this.host;
    const { start, end } = this.drawn;
    if (list && place >= 0 && (place < start || place >= end)) {
      list.scrollTop = place * this.height - list.clientHeight / 2;
      this.look();
    }
  }

  private stretch(gap: HTMLElement | undefined, rows: number): void {
    if (gap) {
      gap.style.height = `${rows * this.height}px`;
    }
  }

  private get drawn(): Range {
    if (!this.isPartial) {
      return { start: 0, end: this.count };
    }
    const size = this.range.end - this.range.start;
    const start = Math.max(0, Math.min(this.range.start, this.count - size));
    return { start, end: Math.min(this.count, start + size) };
  }

  private readonly look = (): void => {
    const { list } = this.host;
    if (!list || !this.isPartial) {
      return;
    }
    const box = list.getBoundingClientRect();
    const seen = { top: Math.max(0, box.top), bottom: Math.min(window.innerHeight, box.bottom) };
    const range = rangeOf(box.top - list.scrollTop, seen, this.height);
    if (range && (range.start !== this.range.start || range.end !== this.range.end)) {
      this.range = range;
      this.host.requestUpdate();
    }
  };
}
