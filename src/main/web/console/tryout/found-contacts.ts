import type { ActionsApi } from '../api/actions-api';
import type { Contact } from '../api/contract';
import { isRefusal } from '../api/failure';

/** Contacts that a text finds: by a search or, where the service has none, the one whose id it is. */
export class FoundContacts {
  /** Whether the service has no search, which its first answer says. */
  isById = false;

  constructor(private readonly api: () => Pick<ActionsApi, 'contact' | 'contacts'>) {}

  async find(text: string, signal: AbortSignal): Promise<readonly Contact[]> {
    if (!this.isById) {
      try {
        return await this.api().contacts(text, signal);
      } catch (error) {
        if (!isRefusal(error, 404)) {
          throw error;
        }
        this.isById = true;
      }
    }
    return text ? this.withId(text, signal) : [];
  }

  private async withId(id: string, signal: AbortSignal): Promise<readonly Contact[]> {
    try {
      return [await this.api().contact(id, signal)];
    } catch (error) {
      if (!isRefusal(error, 404)) {
        throw error;
      }
      return [];
    }
  }
}
