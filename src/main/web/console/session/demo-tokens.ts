import { tokenIn } from './token-text';

/** Tokens that the demo of development gives to everybody. */
export class DemoTokens {
  /** @param address relative to the page */
  constructor(private readonly address: string) {}

  /** A token; undefined where the demo has none. */
  async of(role: 'manager' | 'agent'): Promise<string | undefined> {
    try {
      const answer = await fetch(`${this.address}?role=${role}`);
      const body: { token?: unknown } = await answer.json();
      return answer.ok && typeof body.token === 'string' ? tokenIn(body.token) : undefined;
    } catch {
      return undefined;
    }
  }
}
