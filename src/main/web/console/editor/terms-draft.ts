import type { Input, InputType, InputValue } from '../../embed/contract';
import type { Terms } from '../api/contract';

/** A field that the agent fills in, as it is typed. */
export interface InputRow {
  /** Tells rows apart while their names change. */
  readonly key: number;
  readonly name: string;
  readonly label: string;
  readonly type: InputType;
  readonly required: boolean;
  readonly placeholder: string;
  /** Of a checkbox, `true` or empty. */
  readonly initial: string;
  /** One on each line: a value, or a value and what the agent reads instead, such as `refund = Refund`. */
  readonly options: string;
}

/** What holds before an action runs, as it is typed. */
export interface TermsDraft {
  readonly inputs: readonly InputRow[];
  readonly confirmation: string;
  /** Divided by commas. */
  readonly roles: string;
  readonly tags: string;
}

export const NO_TERMS: TermsDraft = { inputs: [], confirmation: '', roles: '', tags: '' };

let lastKey = 0;

/** A row of which only some is known. */
export function inputRow(known: Partial<Omit<InputRow, 'key'>>): InputRow {
  return {
    name: '',
    label: '',
    type: 'text',
    required: false,
    placeholder: '',
    initial: '',
    options: '',
    ...known,
    key: ++lastKey,
  };
}

export function termsDraft({ inputs, confirmation, visible_to: visible }: Terms): TermsDraft {
  return {
    inputs: (inputs ?? []).map(rowOf),
    confirmation: confirmation ?? '',
    roles: (visible?.roles ?? []).join(', '),
    tags: (visible?.tags ?? []).join(', '),
  };
}

function rowOf(input: Input): InputRow {
  const options = (input.options ?? []).map(({ value, label }) => (value === label ? value : `${value} = ${label}`));
  const initial = input.default === undefined || input.default === false ? '' : String(input.default);
  return inputRow({
    name: input.name,
    label: input.label,
    type: input.type,
    required: input.required ?? false,
    placeholder: input.placeholder ?? '',
    initial,
    options: options.join('\n'),
  });
}

/** As the API takes them; what is empty is there too, so that it takes the place of what was. */
export function termsOf(draft: TermsDraft): Required<Terms> {
  return {
    inputs: draft.inputs.map(inputOf),
    confirmation: draft.confirmation.trim(),
    visible_to: { roles: textsOf(draft.roles), tags: textsOf(draft.tags) },
  };
}

/** A field as the agent gets it. */
export function inputOf({ name, label, type, required, placeholder, initial, options }: InputRow): Input {
  const value = defaultOf(type, initial);
  return {
    name: name.trim(),
    label: label.trim(),
    type,
    ...(required ? { required } : {}),
    ...(placeholder ? { placeholder } : {}),
    ...(value === undefined ? {} : { default: value }),
    ...(type === 'select' ? { options: optionsOf(options) } : {}),
  };
}

function defaultOf(type: InputType, initial: string): InputValue | undefined {
  if (initial === '') {
    return undefined;
  }
  if (type === 'checkbox') {
    return true;
  }
  // What is no number, the service complains of.
  return type === 'number' && !Number.isNaN(Number(initial)) ? Number(initial) : initial;
}

function optionsOf(text: string): { value: string; label: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [value, ...label] = line.split(' = ');
      return { value: value.trim(), label: label.join(' = ').trim() || value.trim() };
    });
}

/** The texts that commas divide. */
export function textsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A name for a field that has only a label yet, such as `order_number`. */
export function nameOf(label: string): string {
  return label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
}

/** The rows with one of them moved to another's place. */
export function moved(rows: readonly InputRow[], key: number, to: number): readonly InputRow[] {
  const row = rows.find((known) => known.key === key);
  if (!row || to < 0 || to >= rows.length) {
    return rows;
  }
  const others = rows.filter((known) => known !== row);
  return [...others.slice(0, to), row, ...others.slice(to)];
}
