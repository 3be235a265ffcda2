/** The line that a complaint of the service names; undefined if it names none. */
export function lineIn(complaint: string): number | undefined {
  const found = /\bline (\d+)/i.exec(complaint);
  return found ? Number(found[1]) : undefined;
}
