/** Puts text where the caret is in a field, as if it were typed, and the focus into it. */
export function insertInto(field: HTMLInputElement | HTMLTextAreaElement | null, text: string): void {
  if (!field) {
    return;
  }
  field.focus();
  field.setRangeText(text, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** A variable as templates write it. */
export function tag(path: string): string {
  return `{{${path}}}`;
}
