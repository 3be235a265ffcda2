/** Tells pages of actions apart. That of a new one stays the same page once the action is created: somebody types in it. */
export class PageKeys {
  private readonly created = new Map<string, string>();
  private number = 0;
  private newest = '';

  /** Of the action with an id. */
  of(id: string): string {
    return this.created.get(id) ?? id;
  }

  /** Of a new one that begins with something. */
  ofNew(beginning: string): string {
    this.newest = `new-${this.number} ${beginning}`;
    return this.newest;
  }

  /** The new action has an id now. */
  keep(id: string): void {
    this.created.set(id, this.newest);
    this.number++;
  }
}
