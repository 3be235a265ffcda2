import type { Tokens } from '../api/api-client';
import { OtherTabs, type TabSession } from './other-tabs';
import { bearerOf, isExpired, tokenIn } from './token-text';

const KEY = 'custom-actions.token';
const ANYBODY = 'anybody';
const FRAGMENT = /^#token=([^&]*)$/;

/**
 * `out` nobody has signed in yet, `in` there is a token, `over` the service refused the token there was. Calls wait while
 * there is none.
 */
export type SessionState = 'out' | 'in' | 'over';

/** The token that calls are made with. It lives as long as the console has a tab. */
export class Session implements Tokens, TabSession {
  private current: string | undefined;
  private isOver = false;
  /** Whose token it takes from another tab: anybody's where the tab is new, that of who was signed in, or nobody's. */
  private wanted: string | undefined;
  private readonly others = new OtherTabs(this);
  private waiting: Array<(token: string) => void> = [];

  /**
   * A token that the address had, of somebody else than who is signed in: a link must not change whom somebody works
   * for without asking.
   */
  readonly offered: string | undefined;

  /** @param changed called after each change of the state */
  constructor(private readonly changed: () => void) {
    const handed = takeFromAddress();
    const before = stored();
    const isOther = handed && before && !isExpired(before) && bearerOf(handed) !== bearerOf(before);
    this.offered = isOther ? handed : undefined;
    this.current = isOther ? before : (handed ?? before);
    if (this.current) {
      store(this.current);
    } else {
      this.wanted = ANYBODY;
      this.others.ask();
    }
  }

  get state(): SessionState {
    if (this.current) {
      return 'in';
    }
    return this.isOver ? 'over' : 'out';
  }

  /** The token as it is; undefined where there is none. */
  get known(): string | undefined {
    return this.current;
  }

  /** The token, once there is one. */
  token(): Promise<string> {
    return this.current ? Promise.resolve(this.current) : new Promise((resolve) => this.waiting.push(resolve));
  }

  signIn(token: string): void {
    this.enter(token);
    this.others.offer(token);
  }

  takeOver(token: string): void {
    if (!this.current && (this.wanted === ANYBODY || (this.wanted && bearerOf(this.wanted) === bearerOf(token)))) {
      this.enter(token);
    }
  }

  signedOutElsewhere(): void {
    this.end(false);
  }

  private enter(token: string): void {
    this.current = token;
    this.wanted = undefined;
    this.isOver = false;
    store(token);
    const calls = this.waiting;
    this.waiting = [];
    calls.forEach((resolve) => resolve(token));
    this.changed();
  }

  /** The service does not accept a token (any more). */
  refuse(token: string): void {
    if (token === this.current) {
      this.end(true);
      this.wanted = token;
    }
  }

  signOut(): void {
    if (this.current) {
      this.others.signOut(this.current);
    }
    this.end(false);
  }

  private end(isOver: boolean): void {
    this.current = undefined;
    this.wanted = undefined;
    this.isOver = isOver;
    store(undefined);
    this.changed();
  }
}

/** A page that links here may hand a token over in the fragment, which servers never see; nor shall the history. */
function takeFromAddress(): string | undefined {
  const found = FRAGMENT.exec(location.hash);
  if (!found) {
    return undefined;
  }
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    return tokenIn(decodeURIComponent(found[1]));
  } catch {
    return undefined;
  }
}

function stored(): string | undefined {
  try {
    return tokenIn(sessionStorage.getItem(KEY) ?? '');
  } catch {
    // The browser may be told to store nothing; then the token lives as long as the page.
    return undefined;
  }
}

function store(token: string | undefined): void {
  try {
    if (token) {
      sessionStorage.setItem(KEY, token);
    } else {
      sessionStorage.removeItem(KEY);
    }
  } catch {
    // As above.
  }
}
