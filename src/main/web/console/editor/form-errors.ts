import type { FieldError } from '../api/contract';

/** A field that the service complains about. */
export interface FieldAtFault {
  readonly element: HTMLElement;
  readonly label: string;
}

/** The complaints about fields that the form does not show. */
export function unplaced(form: ParentNode, fields: readonly FieldError[]): readonly string[] {
  return fields.filter(({ field }) => !elementOf(form, field)).map(({ message }) => message);
}

/** The fields that say themselves what is wrong with them, from top to bottom. */
export function fieldsAtFault(form: ParentNode, fields: readonly FieldError[]): readonly FieldAtFault[] {
  const paths = new Set(fields.map(({ field }) => field));
  return Array.from(form.querySelectorAll<HTMLElement>('[data-field]'))
    .filter(({ dataset }) => paths.has(dataset.field ?? ''))
    .map((element) => ({ element, label: labelOf(element) }));
}

/** Leads to the first field at fault, once it says so. */
export function focusFirstError(form: HTMLElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid]');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}

/** Leads to a field. */
export function reveal(element: HTMLElement): void {
  element.closest('details')?.setAttribute('open', '');
  const control =
    element.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid]') ??
    element.querySelector<HTMLElement>('input, select, textarea, button');
  control?.focus();
  element.scrollIntoView({ block: 'center' });
}

function elementOf(form: ParentNode, path: string): HTMLElement | undefined {
  return Array.from(form.querySelectorAll<HTMLElement>('[data-field]')).find(({ dataset }) => dataset.field === path);
}

function labelOf(element: HTMLElement): string {
  const label = ownText(element.querySelector('.label, legend'));
  return (
    label || element.querySelector<HTMLInputElement>('.header-name')?.value || element.getAttribute('aria-label') || ''
  );
}

/** Without what stands in it beside the name, such as that it is optional. */
function ownText(element: Element | null): string {
  const texts = Array.from(element?.childNodes ?? []).filter((node) => node.nodeType === Node.TEXT_NODE);
  return texts
    .map((text) => text.textContent ?? '')
    .join('')
    .trim();
}
