import type { ReactiveControllerHost } from 'lit';
import { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';

/** Names of contacts, of which each is read once. */
export class ContactNames {
  private readonly names = new Map<string, string | undefined>();

  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly api: () => ActionsApi,
  ) {}

  /** Undefined as long as it is not known, and where there is no such contact (any more). */
  of(id: string): string | undefined {
    if (!this.names.has(id)) {
      this.names.set(id, undefined);
      void this.read(id);
    }
    return this.names.get(id);
  }

  private async read(id: string): Promise<void> {
    try {
      this.names.set(id, (await this.api().contact(id)).display_name);
      this.host.requestUpdate();
    } catch (error) {
      // Its id stands there, which is enough.
      if (!(error instanceof ServiceError)) {
        throw error;
      }
    }
  }
}
