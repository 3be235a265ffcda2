/** A header as it is typed. */
export interface HeaderRow {
  /** Tells rows apart while their names change. */
  readonly key: number;
  readonly name: string;
  readonly value: string;
  /** As the service has it; absent in a new row. */
  readonly stored?: { readonly name: string; readonly value: string };
}

let lastKey = 0;

export function headerRow(name: string, value: string, stored?: HeaderRow['stored']): HeaderRow {
  return { key: ++lastKey, name, value, stored };
}
