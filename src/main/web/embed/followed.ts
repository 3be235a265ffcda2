/** Milliseconds between two questions about the same execution. */
const SHORTEST = 1_000;
const LONGEST = 30_000;
const GROWTH = 1.6;
/** What chance takes of a wait, so that not all pages ask at once. */
const JITTER = 0.25;
/** More than an agent looks for. */
const MOST = 20;

interface Entry<T> {
  readonly subject: T;
  wait: number;
  dueAt: number;
}

/** Executions whose end is awaited, and when to ask for each. Times are milliseconds of a clock that is never set back. */
export class Followed<T> {
  private readonly entries = new Map<string, Entry<T>>();

  constructor(private readonly chance: () => number = Math.random) {}

  /** Adds one, unless it is there. Past the most that are followed, the one that was added first is forgotten. */
  add(id: string, subject: T, now: number): void {
    if (this.entries.has(id)) {
      return;
    }
    this.entries.set(id, { subject, wait: SHORTEST, dueAt: now + SHORTEST });
    const [first] = this.entries.keys();
    if (this.entries.size > MOST && first !== undefined) {
      this.entries.delete(first);
    }
  }

  forget(id: string): void {
    this.entries.delete(id);
  }

  /** When to ask next; undefined if there is nothing to ask for. */
  get nextAt(): number | undefined {
    return this.entries.size > 0 ? Math.min(...Array.from(this.entries.values(), ({ dueAt }) => dueAt)) : undefined;
  }

  /** What is to be asked for now, by id. */
  due(now: number): ReadonlyArray<readonly [id: string, subject: T]> {
    return [...this.entries].flatMap(([id, { subject, dueAt }]) => (dueAt <= now ? [[id, subject] as const] : []));
  }

  /**
   * Asks for it later, and later still each time.
   *
   * @param least milliseconds until then, whatever its turn is
   */
  postpone(id: string, now: number, least = 0): void {
    const entry = this.entries.get(id);
    if (entry) {
      entry.wait = Math.min(LONGEST, entry.wait * GROWTH);
      entry.dueAt = now + Math.max(least, entry.wait * (1 - JITTER * this.chance()));
    }
  }
}
