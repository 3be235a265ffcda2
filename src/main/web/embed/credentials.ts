export type TokenSource = () => string | Promise<string>;

/** The cookie that a page repeats in a header with each change that it asks for, as pages of other sites cannot. */
export interface CsrfCookie {
  readonly cookie: string;
  readonly header: string;
}

/** What says who the agent is: a token, a function that gets one, or else the page's cookies. */
export class Credentials {
  private fetched: Promise<string> | undefined;

  constructor(
    private readonly token: string | undefined,
    private getToken: TokenSource | undefined,
    private readonly csrf?: CsrfCookie,
  ) {}

  /** Asks another function from the next call on, since its tokens may be somebody else's. */
  askInstead(getToken: TokenSource): void {
    this.getToken = getToken;
    this.fetched = undefined;
  }

  /** Whether a refused token can be replaced. */
  get isRenewable(): boolean {
    return this.getToken !== undefined;
  }

  /** Whether the browser is to send its cookies to another origin. */
  get areCookies(): boolean {
    return !this.token && !this.getToken;
  }

  /** Headers that a change by cookies needs. */
  get csrfHeaders(): Readonly<Record<string, string>> {
    const value = this.areCookies && this.csrf ? cookieOf(this.csrf.cookie) : undefined;
    return this.csrf && value ? { [this.csrf.header]: value } : {};
  }

  /** The token to send; undefined where cookies do it. */
  current(): Promise<string | undefined> {
    if (!this.getToken) {
      return Promise.resolve(this.token || undefined);
    }
    this.fetched ??= this.fetch(this.getToken);
    return this.fetched;
  }

  /** Forgets a token that was refused, unless calls beside this one have forgotten it already. */
  async forget(refused: string | undefined): Promise<void> {
    if ((await this.fetched?.catch(() => undefined)) === refused) {
      this.fetched = undefined;
    }
  }

  private async fetch(getToken: TokenSource): Promise<string> {
    try {
      // Not at once: if the function throws, there has to be something to forget.
      return await Promise.resolve().then(getToken);
    } catch (error) {
      // The next call asks again.
      if (getToken === this.getToken) {
        this.fetched = undefined;
      }
      throw error;
    }
  }
}

/** As it is: the service compares it to what the browser sends. */
function cookieOf(name: string): string | undefined {
  const start = `${name}=`;
  return document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(start))
    ?.slice(start.length);
}
