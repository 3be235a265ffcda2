/** Keys that move the focus along a row or a column (WAI-ARIA Authoring Practices, toolbar and menu). */
const ROW: Readonly<Record<string, Step>> = { ArrowRight: 'next', ArrowLeft: 'previous', Home: 'first', End: 'last' };
const COLUMN: Readonly<Record<string, Step>> = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' };
const MIRRORED: Readonly<Record<Step, Step>> = { next: 'previous', previous: 'next', first: 'first', last: 'last' };

type Step = 'next' | 'previous' | 'first' | 'last';

/** Moves the focus within a toolbar; the ends are joined. */
export function moveInRow(event: KeyboardEvent, items: readonly HTMLElement[], isRightToLeft: boolean): void {
  const step = ROW[event.key];
  move(event, items, isRightToLeft && step ? MIRRORED[step] : step);
}

/** Moves the focus within a menu: by arrows, or to the next item that begins with what was typed. */
export function moveInColumn(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const step = COLUMN[event.key];
  if (step) {
    move(event, items, step);
  } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    typeAhead(event, items);
  }
}

function move(event: KeyboardEvent, items: readonly HTMLElement[], step: Step | undefined): void {
  if (!step || items.length === 0) {
    return;
  }
  event.preventDefault();
  const at = items.indexOf(event.target as HTMLElement);
  const target = { next: at + 1, previous: at - 1, first: 0, last: items.length - 1 }[step];
  items[(target + items.length) % items.length].focus();
}

function typeAhead(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const after = items.indexOf(event.target as HTMLElement) + 1;
  const typed = event.key.toLocaleLowerCase();
  [...items.slice(after), ...items.slice(0, after)]
    .find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(typed))
    ?.focus();
}
