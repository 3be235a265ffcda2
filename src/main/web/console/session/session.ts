import type { Tokens } from '../api/api-client';
import { OtherTabs, type TabSession } from './other-tabs';
import { bearerOf, isExpired, lifetimeOf, tokenIn } from './token-text';

const KEY = 'custom-actions.token';
const ANYBODY = 'anybody';
const FRAGMENT = /^#token=([^&]*)$/;
/** Milliseconds; browsers know no longer timers. */
const LONGEST_TIMER = 2 ** 31 - 1;

let timer: number | undefined;

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
   * @param changed called after each change of the state
   * @param offered called with a token that the address had, of somebody else than who is signed in: a link must not change
   *     whom somebody works for without asking
   */
  constructor(
    private readonly changed: () => void,
    private readonly offered: (token: string) => void,
  ) {
    // Whoever follows such a link while the page is open here gets no new page.
    window.addEventListener('hashchange', () => this.takeFromAddress());
    const handed = tokenFromAddress();
    const before = stored();
    const isOther = handed && before && bearerOf(handed) !== bearerOf(before);
    this.current = isOther ? before : (handed ?? before);
    if (isOther) {
      // Once whoever makes this session can be called.
      queueMicrotask(() => offered(handed));
    } else if (handed) {
      this.others.offer(handed);
    }
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

  private takeFromAddress(): void {
    const handed = tokenFromAddress();
    const { current } = this;
    if (handed && current && !isExpired(current) && bearerOf(handed) !== bearerOf(current)) {
      this.offered(handed);
    } else if (handed) {
      this.signIn(handed);
    }
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
function tokenFromAddress(): string | undefined {
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
    const token = tokenIn(sessionStorage.getItem(KEY) ?? '');
    return token && !isExpired(token) ? token : undefined;
  } catch {
    // The browser may be told to store nothing; then the token lives as long as the page.
    return undefined;
  }
}

/** Until its time is over. The page itself goes on with it, since the clock here may be wrong and the service decides. */
function store(token: string | undefined): void {
  window.clearTimeout(timer);
  try {
    if (token && !isExpired(token)) {
      sessionStorage.setItem(KEY, token);
      timer = window.setTimeout(() => store(token), Math.min(lifetimeOf(token), LONGEST_TIMER));
    } else {
      sessionStorage.removeItem(KEY);
    }
  } catch {
    // As above.
  }
}
