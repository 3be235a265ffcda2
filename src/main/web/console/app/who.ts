import type { ReactiveControllerHost } from 'lit';
import type { ActionsApi } from '../api/actions-api';
import type { Me } from '../api/contract';
import { ServiceError } from '../../shared/service-error';

/** Who is signed in, as the service knows them. */
export class Who {
  /** Undefined until it is known. */
  me: Me | undefined;

  private readings = 0;

  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly api: ActionsApi,
  ) {}

  /** Asks anew. Nothing here needs the answer but the page's head, so it does without where there is none. */
  async read(): Promise<void> {
    const reading = ++this.readings;
    try {
      const me = await this.api.me();
      if (reading === this.readings) {
        this.become(me);
      }
    } catch (error) {
      if (!(error instanceof ServiceError)) {
        throw error;
      }
    }
  }

  forget(): void {
    this.readings++;
    this.become(undefined);
  }

  private become(me: Me | undefined): void {
    this.me = me;
    this.host.requestUpdate();
  }
}
