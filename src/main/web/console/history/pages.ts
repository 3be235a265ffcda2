import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ServiceError } from '../../shared/service-error';
import type { Page } from '../api/contract';
import { asServiceError } from '../api/failure';

/** Reads a list page after page. */
export class Pages<T> implements ReactiveController {
  entries: readonly T[] = [];
  isLoading = false;
  error: ServiceError | undefined;

  private next: string | null = null;
  private readings = 0;

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

  more(): Promise<void> {
    return this.load(this.next ?? undefined, this.entries);
  }

  private async load(before: string | undefined, kept: readonly T[]): Promise<void> {
    const reading = ++this.readings;
    this.isLoading = true;
    this.host.requestUpdate();
    try {
      const page = await this.read(before);
      if (reading === this.readings) {
        this.entries = [...kept, ...page.entries];
        this.next = page.next;
        this.error = undefined;
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
}
