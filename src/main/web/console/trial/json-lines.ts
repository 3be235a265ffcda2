/** More would make a page that nobody reads. */
const MOST_LINES = 1_000;
/** The service takes no longer names. */
const LONGEST_PATH = 255;
const PLAIN = /^[\w-]+$/;
const UNWRITABLE = /[\]\r\n]|\{\{|\}\}/;

/** A line of JSON as people read it. */
export interface JsonLine {
  readonly depth: number;
  readonly text: string;
  /** By which templates name the value that begins here; undefined if they cannot. */
  readonly path: string | undefined;
  /** The value if it is no list and no object. */
  readonly value?: unknown;
}

/** JSON on lines of its own, each with the name of its value. */
export function jsonLines(value: unknown, root: string): readonly JsonLine[] {
  const lines: JsonLine[] = [];
  write(lines, value, { depth: 0, before: '', after: '', path: root });
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), { depth: 0, text: '…', path: undefined }] : lines;
}

interface Place {
  readonly depth: number;
  /** The key, if it has one. */
  readonly before: string;
  readonly after: string;
  readonly path: string | undefined;
}

function write(lines: JsonLine[], value: unknown, place: Place): void {
  const { depth, before, after, path } = place;
  if (lines.length > MOST_LINES) {
    return;
  }
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    const text = `${before}${JSON.stringify(value)}${after}`;
    lines.push(typeof value === 'object' && value !== null ? { depth, text, path } : { depth, text, path, value });
    return;
  }
  lines.push({ depth, text: `${before}${isList ? '[' : '{'}`, path });
  const entries = Object.entries(value);
  entries.forEach(([key, part], index) =>
    write(lines, part, {
      depth: depth + 1,
      before: isList ? '' : `${JSON.stringify(key)}: `,
      after: index < entries.length - 1 ? ',' : '',
      path: path === undefined ? undefined : below(path, key),
    }),
  );
  lines.push({ depth, text: `${isList ? ']' : '}'}${after}`, path: undefined });
}

/** The name of a part of a value; undefined if there is none that templates can read. */
export function below(path: string, key: string): string | undefined {
  if (key === '' || UNWRITABLE.test(key)) {
    return undefined;
  }
  const longer = `${path}.${PLAIN.test(key) ? key : `[${key}]`}`;
  return longer.length > LONGEST_PATH ? undefined : longer;
}
