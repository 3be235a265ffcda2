/** A part of a template that something is said about. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const UNKNOWN = /^(.+?) is not a known variable/s;
const TAG = /\{\{\{?\s*[#^/&]?\s*/g;
const PLACE = /\bline (\d+), column (\d+)\)/;
const WORD = /^[\w.-]+/;

/** Where a template has what the service warns of: each tag with a name that is not known. */
export function unknownIn(template: string, warnings: readonly string[]): readonly Mark[] {
  return warnings.flatMap((message) => {
    const name = UNKNOWN.exec(message)?.[1];
    return name ? placesOf(name, template).map((from) => ({ from, to: from + name.length, message })) : [];
  });
}

function placesOf(name: string, template: string): readonly number[] {
  return Array.from(template.matchAll(TAG), (tag) => tag.index + tag[0].length).filter(
    (from) =>
      template.startsWith(name, from) && /^[\s|}]/.test(template.slice(from + name.length, from + name.length + 1)),
  );
}

/** The place that a complaint of the service names, with the word that stands there; undefined if it names none. */
export function faultIn(text: string, complaint: string): Mark | undefined {
  const found = PLACE.exec(complaint);
  if (!found) {
    return undefined;
  }
  const [line, column] = [Number(found[1]), Number(found[2])];
  const lines = text.split('\n');
  if (line < 1 || line > lines.length || column < 1 || column > lines[line - 1].length + 1) {
    return undefined;
  }
  const from = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  const rest = text.slice(from);
  const length = WORD.exec(rest)?.[0].length ?? (/^\{+/.exec(rest)?.[0].length || 1);
  return { from: Math.min(from, text.length), to: Math.min(from + length, text.length), message: complaint };
}
