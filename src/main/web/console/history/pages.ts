import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ServiceError } from '../../shared/service-error';
import type { Page } from '../api/contract';
import { asServiceError } from '../api/failure';

/** Pages in which nothing was found, after which somebody is asked whether to go on. */
const EMPTY = 5;

/** Reads a list page after page. */
export class Pages<T> implements ReactiveController {
  pages: ReadonlyArray<readonly T[]> = [];
  /** Those of all pages. */
  entries: readonly T[] = [];
  isLoading = false;
  error: ServiceError | undefined;

  private next: string | null = null;
  private readings = 0;
  private last = () => this.first();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly read: (before: string | undefined) => Promise<Page<T>>,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.readings++;
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Reads the newest; what was read stays until they are there. */
  first(): Promise<void> {
    return this.load(undefined, []);
  }

  /** Reads another list from its beginning; nothing of the one before is shown any more. */
  anew(): Promise<void> {
    this.become([], null);
    return this.first();
  }

  more(): Promise<void> {
    return this.load(this.next ?? undefined, this.pages);
  }

  /** Reads once more what could not be read. */
  again(): Promise<void> {
    return this.last();
  }

  private async load(before: string | undefined, kept: ReadonlyArray<readonly T[]>): Promise<void> {
    this.last = () => this.load(before, kept);
    const reading = ++this.readings;
    this.isLoading = true;
    this.host.requestUpdate();
    try {
      const page = await this.found(before, reading);
      if (reading === this.readings) {
        this.become(page.entries.length > 0 ? [...kept, page.entries] : kept, page.next);
      }
    } catch (error) {
      if (reading === this.readings) {
        this.error = asServiceError(error);
      }
    }
    if (reading === this.readings) {
      this.isLoading = false;
      this.host.requestUpdate();
    }
  }

  /** A page of a filtered list may have nothing in it though others follow. */
  private async found(before: string | undefined, reading: number): Promise<Page<T>> {
    let page = await this.read(before);
    for (let empty = 1; empty < EMPTY && page.entries.length === 0 && page.next !== null; empty++) {
      if (reading !== this.readings) {
        break;
      }
      page = await this.read(page.next);
    }
    return page;
  }

  private become(pages: ReadonlyArray<readonly T[]>, next: string | null): void {
    this.pages = pages;
    this.entries = pages.flat();
    this.next = next;
    this.error = undefined;
  }
}
