/** A line of a script's console with the object in it written out, if it is JSON. */
export function unfolded(line: string): string {
  for (let at = line.search(/[{[]/); at >= 0; at = next(line, at)) {
    const value = parsed(line.slice(at));
    if (value !== undefined) {
      const text = JSON.stringify(value, null, 2);
      const before = line.slice(0, at).trimEnd();
      return text.includes('\n') && before ? `${before}\n${text}` : before ? `${before} ${text}` : text;
    }
  }
  return line;
}

function next(line: string, at: number): number {
  const found = line.slice(at + 1).search(/[{[]/);
  // A line of many braces is no object.
  return found < 0 || at > 200 ? -1 : at + 1 + found;
}

function parsed(text: string): object | undefined {
  // Numbers that would be rounded stay as they are written.
  if (/\d{16}/.test(text)) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
