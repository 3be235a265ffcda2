import type { FieldError } from '../api/contract';

/** The complaints about fields that the form does not show. */
export function unplaced(form: ParentNode, fields: readonly FieldError[]): readonly string[] {
  const shown = new Set(Array.from(form.querySelectorAll<HTMLElement>('[data-field]'), (field) => field.dataset.field));
  return fields.filter(({ field }) => !shown.has(field)).map(({ message }) => message);
}

/** Leads to the first field at fault, once it says so. */
export function focusFirstError(form: HTMLElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid]');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}
