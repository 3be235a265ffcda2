import { focusedIn, viewOf } from './tree';

/**
 * Puts text on the clipboard.
 *
 * @param scratch where a field may be added for a moment
 * @returns false where the browser allows it in no way, such as without a click that is recent enough
 */
export async function copy(text: string, scratch: ParentNode & Node): Promise<boolean> {
  try {
    await viewOf(scratch).navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Missing on pages that were not loaded over HTTPS, refused without a permission.
    return copyBySelection(text, scratch);
  }
}

function copyBySelection(text: string, scratch: ParentNode & Node): boolean {
  const { document } = viewOf(scratch);
  const focused = focusedIn(document);
  const field = document.createElement('textarea');
  field.className = 'scratch';
  field.setAttribute('aria-hidden', 'true');
  field.readOnly = true;
  field.value = text;
  scratch.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus();
  }
}
