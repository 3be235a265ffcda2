/** Places of rows, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Rows that are drawn beyond what can be seen, on each side; the focus can go there before they are scrolled to. */
const BEYOND = 20;
/** Rows by which the range moves, so that it does not change with each pixel. */
const STEP = 10;

/**
 * The rows to draw; undefined where nothing can be seen.
 *
 * @param top where the first row is or would be, in the window
 * @param seen the part of the window where rows can be seen
 * @param height of a row
 */
export function rangeOf(
  top: number,
  seen: { readonly top: number; readonly bottom: number },
  height: number,
): Range | undefined {
  if (seen.bottom <= seen.top) {
    return undefined;
  }
  const first = Math.floor((seen.top - top) / height / STEP) * STEP;
  const rows = Math.ceil((seen.bottom - seen.top) / height / STEP) * STEP;
  const start = Math.max(0, first - BEYOND);
  return { start, end: Math.max(start, first + rows + STEP + BEYOND) };
}
