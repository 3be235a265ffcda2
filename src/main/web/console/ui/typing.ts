/** Kinds of input that take no text. */
const CHOICES: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'reset',
  'submit',
]);

/** Whether a key goes into a field, where it means itself. */
export function isTyping(event: KeyboardEvent): boolean {
  // Inside of an element, such as the editor of code.
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target instanceof HTMLInputElement) {
    return !CHOICES.has(target.type);
  }
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
