/** Tells pages of actions apart. That of a new one stays the same page once the action is created: somebody types in it. */
export class PageKeys {
  private readonly created = new Map<string, string>();
  private number = 0;

  /** Of the action with an id, or of a new one. */
  of(id: string | undefined): string {
    return id === undefined ? `new-${this.number}` : (this.created.get(id) ?? id);
  }

  /** The new action has an id now. */
  keep(id: string): void {
    this.created.set(id, this.of(undefined));
    this.number++;
  }
}
