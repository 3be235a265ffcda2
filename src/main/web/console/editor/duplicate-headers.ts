import type { FieldErrors } from '../ui/field-errors';
import type { HeaderRow } from './header-row';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** Headers whose name stands in two rows, of which an object could hold one alone. */
export function duplicateHeaders(rows: readonly HeaderRow[]): FieldErrors {
  const seen = new Set<string>();
  const errors = new Map<string, string>();
  for (const name of rows.filter((row) => row.name || row.value).map((row) => row.name.trim())) {
    if (seen.has(name.toLowerCase())) {
      errors.set(`config.headers.${name}`, fill(words.editor.headerTwice, { name }));
    }
    seen.add(name.toLowerCase());
  }
  return errors;
}
