/** Beside which row a dragged one would go. */
export interface DropPlace {
  readonly id: string;
  readonly side: 'before' | 'after';
}

/** Pixels from the list's edge within which it scrolls, and by how much with each move. */
const EDGE = 36;
const STEP = 12;

/** The place that is nearest to a height in the window; undefined where there are no rows. */
export function dropPlace(rows: readonly HTMLElement[], y: number): DropPlace | undefined {
  const below = rows.find((row) => y < row.getBoundingClientRect().bottom) ?? rows.at(-1);
  if (!below) {
    return undefined;
  }
  const box = below.getBoundingClientRect();
  return { id: below.dataset.row ?? '', side: y < box.top + box.height / 2 ? 'before' : 'after' };
}

/** Lets a row reach places that are scrolled out of sight. */
export function scrollAtEdges(list: Element | null | undefined, y: number): void {
  const box = list?.getBoundingClientRect();
  if (list && box) {
    list.scrollBy(0, y < box.top + EDGE ? -STEP : y > box.bottom - EDGE ? STEP : 0);
  }
}
