import type { FieldError } from '../api/contract';

/** What is wrong with which field, by the service's names such as `config.headers.X-Key`. */
export type FieldErrors = ReadonlyMap<string, string>;

export const NO_ERRORS: FieldErrors = new Map();

/** What will probably not do what its author meant, by the same names. */
export type FieldWarnings = ReadonlyMap<string, readonly string[]>;

export const NO_WARNINGS: FieldWarnings = new Map();

export function warningsOf(fields: readonly FieldError[] = []): FieldWarnings {
  const warnings = new Map<string, readonly string[]>();
  fields.forEach(({ field, message }) => warnings.set(field, [...(warnings.get(field) ?? []), message]));
  return warnings;
}

export function errorsOf(fields: readonly FieldError[]): FieldErrors {
  return new Map(fields.map(({ field, message }) => [field, spelled(message)]));
}

/** The service calls a field by its name in the API, such as Url; people see its label. */
export function spelled(message: string): string {
  return message.replace(/^Url\b/, 'URL');
}

/** Without those of a field, and of all that is in it. */
export function without(errors: FieldErrors, path: string): FieldErrors {
  const rest = [...errors].filter(
    ([field]) => field !== path && !field.startsWith(`${path}.`) && !field.startsWith(`${path}[`),
  );
  return rest.length === errors.size ? errors : new Map(rest);
}

/** A name for an id of the document; field names hold characters that none may have in a selector. */
export function idOf(path: string): string {
  return `field-${path.replace(/[^\w-]/g, '-')}`;
}
