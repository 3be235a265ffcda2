import type { HeaderRow } from './header-row';

/** The content type of a body where no header names another. */
export const DEFAULT_CONTENT_TYPE = 'application/json';

export function contentTypeOf(headers: readonly HeaderRow[]): string {
  const row = headers.find(({ name }) => name.trim().toLowerCase() === 'content-type');
  return row?.value.trim() || DEFAULT_CONTENT_TYPE;
}
