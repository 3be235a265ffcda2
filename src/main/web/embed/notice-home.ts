import { render } from 'lit';
import type { NoticePlace } from './notice-place';
import { adopt } from './sheets';
import { notices } from './toast-view';
import type { NoticeHost, Toast } from './toast';

/** Custom properties by which a page changes the looks. */
const LOOKS = [
  'color',
  'quiet-color',
  'background',
  'hover-background',
  'border-color',
  'accent-color',
  'radius',
  'gap',
  'height',
  'font',
];

/** Milliseconds after which screen readers know live regions. */
const UNTIL_HEARD = 150;

/** Where the notices are drawn. */
export interface Home {
  /** The element whose looks they have. */
  readonly source: NoticeHost;
  /** The element or the dialog. */
  readonly around: HTMLElement;
  /** Whether the page has left it there. */
  readonly isThere: boolean;
  draw(): void;
  leave(): void;
}

/** In the shadow root of an element. */
export class ElementHome implements Home {
  readonly around: HTMLElement;

  constructor(
    readonly source: NoticeHost,
    private readonly place: NoticePlace,
  ) {
    this.around = source;
  }

  get isThere(): boolean {
    return this.source.isConnected;
  }

  draw(): void {
    this.drawAll(this.place.shown);
  }

  /** Leaves live regions behind, which have to be there before they speak. */
  leave(): void {
    this.drawAll([]);
  }

  private drawAll(shown: readonly Toast[]): void {
    const corner = this.source.renderRoot.querySelector<HTMLElement>('.corner');
    if (corner) {
      drawIn(corner, notices(shown, this.source.words, corner, this.place));
    }
  }
}

/** In a modal dialog, outside of which nothing can be clicked or heard. */
export class DialogHome implements Home {
  private readonly host: HTMLElement;
  private readonly corner: HTMLElement;
  private areLiveRegionsThere = false;

  constructor(
    readonly around: HTMLDialogElement,
    readonly source: NoticeHost,
    private readonly place: NoticePlace,
  ) {
    const { ownerDocument } = around;
    this.host = ownerDocument.createElement('div');
    this.corner = ownerDocument.createElement('div');
    this.corner.className = 'whole corner over-dialog';
    const root = this.host.attachShadow({ mode: 'open' });
    root.append(this.corner);
    adopt(root, ownerDocument);
    this.lookLike(getComputedStyle(source));
    around.append(this.host);
    setTimeout(() => {
      this.areLiveRegionsThere = true;
      this.draw();
    }, UNTIL_HEARD);
  }

  get isThere(): boolean {
    return this.host.parentNode === this.around;
  }

  draw(): void {
    if (this.isThere) {
      this.corner.dir = getComputedStyle(this.source).direction;
      const { shown } = this.place;
      drawIn(this.corner, notices(shown, this.source.words, this.corner, this.place, this.areLiveRegionsThere));
    }
  }

  leave(): void {
    this.host.remove();
  }

  private lookLike(given: CSSStyleDeclaration): void {
    const { style } = this.host;
    style.display = 'contents';
    for (const name of LOOKS.map((look) => `--custom-actions-${look}`)) {
      style.setProperty(name, given.getPropertyValue(name));
    }
    this.host.setAttribute('theme', given.colorScheme);
    this.host.dataset.customActions = 'notices';
  }
}

function drawIn(corner: HTMLElement, content: unknown): void {
  render(content, corner);
  const stack = corner.querySelector<HTMLElement>('.toasts');
  const isNeeded = corner.querySelector('.toast') !== null;
  // In the browser's top layer there is nothing that could cover them.
  if (stack?.isConnected && stack.matches(':popover-open') !== isNeeded) {
    stack.togglePopover();
  }
}
