import { bearerOf, isExpired, tokenIn } from './token-text';

const NAME = 'custom-actions.session';

type Message =
  | { readonly kind: 'ask' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'out'; readonly token: string };

/** What other tabs may do with the session of this one. */
export interface TabSession {
  readonly known: string | undefined;
  /** Takes the token of another tab, if this one waits for such a token. */
  takeOver(token: string): void;
  /** Another tab has signed out whoever is signed in here too. */
  signedOutElsewhere(): void;
}

/**
 * The other tabs of the console, which share one session, so that a link can be opened in a new tab. What they tell each other
 * stays in the browser and within this origin, and nothing of it is stored.
 */
export class OtherTabs {
  private readonly channel = new BroadcastChannel(NAME);

  constructor(private readonly session: TabSession) {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.hear(data);
  }

  ask(): void {
    this.say({ kind: 'ask' });
  }

  offer(token: string): void {
    this.say({ kind: 'token', token });
  }

  signOut(token: string): void {
    this.say({ kind: 'out', token });
  }

  private hear(message: Message): void {
    const { known } = this.session;
    if (message.kind === 'ask') {
      if (known && !isExpired(known)) {
        this.offer(known);
      }
    } else if (message.kind === 'token') {
      const token = tokenIn(message.token);
      if (token) {
        this.session.takeOver(token);
      }
    } else if (known && bearerOf(known) === bearerOf(message.token)) {
      this.session.signedOutElsewhere();
    }
  }

  private say(message: Message): void {
    this.channel.postMessage(message);
  }
}
