import type { ReactiveControllerHost } from 'lit';
import type { ActionsApi } from '../api/actions-api';
import { asServiceError, isRefusal } from '../api/failure';

/** Names that are read at once: a page of others must not use up what the service reads at once for an organization. */
const AT_ONCE = 4;

type Host = Pick<ReactiveControllerHost, 'requestUpdate'>;

/** Names of what has an id, of which each is read once. */
export class Names {
  /** Null of what is not there. */
  private readonly names = new Map<string, string | null>();
  private readonly waiting = new Map<string, Set<Host>>();
  private readonly queue: string[] = [];
  private reading = 0;

  /** @param read gives the name of an id; null if there is no such thing any more */
  constructor(private readonly read: (id: string) => Promise<string | null>) {}

  /**
   * @param host hears when it is known
   * @returns the name; null if there is no such thing any more, undefined as long as nothing is known
   */
  of(id: string, host: Host): string | null | undefined {
    const name = this.names.get(id);
    if (name === undefined) {
      this.ask(id, host);
    }
    return name;
  }

  /** What is known from elsewhere. */
  put(id: string, name: string): void {
    this.names.set(id, name);
  }

  private ask(id: string, host: Host): void {
    const hosts = this.waiting.get(id);
    if (hosts) {
      hosts.add(host);
      return;
    }
    this.waiting.set(id, new Set([host]));
    this.queue.push(id);
    this.next();
  }

  private next(): void {
    while (this.reading < AT_ONCE && this.queue.length > 0) {
      void this.readOne(this.queue.shift()!);
    }
  }

  /** One that could not be read stays unknown, and is not asked for again: its id stands there, which is enough. */
  private async readOne(id: string): Promise<void> {
    this.reading++;
    try {
      this.names.set(id, await this.read(id));
      const hosts = this.waiting.get(id);
      this.waiting.delete(id);
      hosts?.forEach((host) => host.requestUpdate());
    } catch (error) {
      asServiceError(error);
    } finally {
      this.reading--;
      this.next();
    }
  }
}

/** Names of contacts. */
export function contactNames(api: () => Pick<ActionsApi, 'contact'>): Names {
  return new Names(async (id) => {
    try {
      return (await api().contact(id)).display_name;
    } catch (error) {
      if (isRefusal(error, 404)) {
        return null;
      }
      throw error;
    }
  });
}
