import type { Input, InputValue, InputValues } from './contract';
import { fill } from './words/labels';

/** A control of the form, as far as its value is concerned. */
export interface Control {
  readonly value: string;
  readonly checked?: boolean;
}

/** What a form starts with: what was typed last, else the defaults. */
export function initialValue(input: Input, draft: InputValues | undefined): InputValue {
  return draft?.[input.name] ?? input.default ?? (input.type === 'checkbox' ? false : '');
}

/** What is sent of a filled-in form. What is empty is left out, unless the service would take a default for it. */
export function valuesOf(inputs: readonly Input[], control: (name: string) => Control | undefined): InputValues {
  const values: Record<string, InputValue> = {};
  for (const input of inputs) {
    const found = control(input.name);
    const value = found && valueOf(input, found);
    if (value !== undefined) {
      values[input.name] = value;
    }
  }
  return values;
}

function valueOf(input: Input, control: Control): InputValue | undefined {
  if (input.type === 'checkbox') {
    return control.checked === true;
  }
  if (control.value !== '') {
    return input.type === 'number' ? Number(control.value) : control.value;
  }
  if (input.default === undefined) {
    return undefined;
  }
  return input.type === 'number' ? null : '';
}

/** What was typed, to be there again when the form is opened again: as it stands in the controls. */
export function draftOf(inputs: readonly Input[], control: (name: string) => Control | undefined): InputValues {
  const draft: Record<string, InputValue> = {};
  for (const { name, type } of inputs) {
    const found = control(name);
    if (found) {
      draft[name] = type === 'checkbox' ? found.checked === true : found.value;
    }
  }
  return draft;
}

/**
 * The service's complaints about inputs, by the name of the field.
 *
 * @param label what is said around each
 */
export function complaintsOf(
  errors: readonly { readonly field: string; readonly message: string }[],
  label = '{message}',
): Readonly<Record<string, string>> {
  const complaints: Record<string, string> = {};
  for (const { field, message } of errors) {
    if (field.startsWith('inputs.')) {
      complaints[field.slice('inputs.'.length)] ??= fill(label, { message });
    }
  }
  return complaints;
}
