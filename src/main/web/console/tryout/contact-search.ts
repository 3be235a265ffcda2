import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ServiceError } from '../../shared/service-error';
import type { ActionsApi } from '../api/actions-api';
import type { Contact } from '../api/contract';
import { sentenceOf } from '../api/failure';
import { FoundContacts } from './found-contacts';

/** Milliseconds without a key after which the service is asked. */
const PAUSE = 250;

/** Finds contacts while somebody types. */
export class ContactSearch implements ReactiveController {
  found: readonly Contact[] | undefined;
  /** Why nothing could be found. */
  failure = '';

  private readonly contacts: FoundContacts;
  private timer: number | undefined;
  private call: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    api: () => ActionsApi,
  ) {
    this.contacts = new FoundContacts(api);
    host.addController(this);
  }

  /** Whether only a contact's whole id finds it. */
  get isById(): boolean {
    return this.contacts.isById;
  }

  hostDisconnected(): void {
    this.cancel();
  }

  later(text: string): void {
    this.cancel();
    this.timer = window.setTimeout(() => void this.now(text), PAUSE);
  }

  async now(text: string): Promise<void> {
    this.cancel();
    const call = new AbortController();
    this.call = call;
    try {
      this.finish(call, await this.contacts.find(text.trim(), call.signal), '');
    } catch (error) {
      if (error instanceof ServiceError) {
        this.finish(call, undefined, sentenceOf(error));
      } else if (!call.signal.aborted) {
        throw error;
      }
    }
  }

  private finish(call: AbortController, found: readonly Contact[] | undefined, failure: string): void {
    if (!call.signal.aborted) {
      this.found = found;
      this.failure = failure;
      this.host.requestUpdate();
    }
  }

  private cancel(): void {
    window.clearTimeout(this.timer);
    this.call?.abort();
  }
}
