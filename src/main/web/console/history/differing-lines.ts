/** Lines around a difference that stay to be read. */
const AROUND = 2;

/** Two texts without the many lines at their beginnings and ends that are the same. */
export function differingLines(one: string, other: string): readonly [string, string] {
  const [before, after] = [one.split('\n'), other.split('\n')];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  const cut = (lines: readonly string[]) => shortened(lines, Math.max(0, head - AROUND), Math.max(0, tail - AROUND));
  return [cut(before), cut(after)];
}

function shortened(lines: readonly string[], head: number, tail: number): string {
  return [
    ...(head > 1 ? ['…'] : lines.slice(0, head)),
    ...lines.slice(head, lines.length - tail),
    ...(tail > 1 ? ['…'] : lines.slice(lines.length - tail)),
  ].join('\n');
}
