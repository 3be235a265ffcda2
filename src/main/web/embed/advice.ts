import type { ReactiveController } from 'lit';
import type { ServiceError } from '../shared/service-error';

/** Milliseconds for which a page may take its time to say which contact it shows. */
const PATIENCE = 3_000;

const given = new Set<string>();

/** Tells the page's developer what agents cannot do anything about; each thing once. */
export function advise(sentence: string): void {
  if (!given.has(sentence)) {
    given.add(sentence);
    console.warn(`<custom-actions>: ${sentence}`);
  }
}

/** What a developer can do about a call that failed. */
export function adviseOn(error: ServiceError, base: string, areCookies: boolean): void {
  if (error.kind === 'unauthorized') {
    const said = error.message ? ` (${error.message})` : '';
    advise(
      areCookies
        ? `the service does not know who the agent is${said}. Set the property "token" or "getToken", or let the browser send a cookie that the service reads.`
        : `the service refuses the token${said}.`,
    );
  } else if (error.kind === 'unreachable' && new URL(base).origin !== location.origin) {
    advise(
      `${base} cannot be reached. If it is there, allow the origin ${location.origin} in it (quarkus.http.cors.origins), and in this page's content security policy add it to connect-src.`,
    );
  } else if (error.fields.some(({ field }) => field === 'contact_id' || field === 'context')) {
    advise(`the service refuses what the page hands over: ${error.message}.`);
  }
}

/** Notices a page that never says whom it shows. */
export class ContactAdvice implements ReactiveController {
  private waiting: number | undefined;

  constructor(private readonly host: { readonly contactId: string }) {}

  hostConnected(): void {
    this.waiting = window.setTimeout(() => {
      if (!this.host.contactId) {
        advise('nothing is shown without a contact. Set "contact-id", or take the element out while there is none.');
      }
    }, PATIENCE);
  }

  hostUpdated(): void {
    if (this.host.contactId) {
      window.clearTimeout(this.waiting);
    }
  }

  hostDisconnected(): void {
    window.clearTimeout(this.waiting);
  }
}
