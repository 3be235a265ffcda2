import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Input } from 'web/embed/contract';
import { complaintsOf, type Control, draftOf, initialValue, valuesOf } from 'web/embed/input-values';

const INPUTS: readonly Input[] = [
  { name: 'reason', label: 'Reason', type: 'text', required: true },
  { name: 'note', label: 'Note', type: 'textarea', default: 'none' },
  { name: 'amount', label: 'Amount', type: 'number' },
  { name: 'most', label: 'Most', type: 'number', default: 5 },
  { name: 'sure', label: 'Sure', type: 'checkbox' },
];

function form(controls: Readonly<Record<string, Control>>): (name: string) => Control | undefined {
  return (name) => controls[name];
}

test('should send what was filled in, each of its type', () => {
  const values = valuesOf(
    INPUTS,
    form({
      reason: { value: ' late ' },
      note: { value: 'x' },
      amount: { value: '1.5' },
      most: { value: '0' },
      sure: { value: 'on', checked: true },
    }),
  );

  assert.deepEqual(values, { reason: ' late ', note: 'x', amount: 1.5, most: 0, sure: true });
});

test('should leave out what is empty, and say so where a default would come instead', () => {
  const empty = { value: '' };

  const values = valuesOf(
    INPUTS,
    form({ reason: empty, note: empty, amount: empty, most: empty, sure: { value: 'on', checked: false } }),
  );

  assert.deepEqual(values, { note: '', most: null, sure: false });
});

test('should begin with what was typed, else with defaults', () => {
  const draft = draftOf(INPUTS, form({ note: { value: '' }, sure: { value: 'on', checked: true } }));

  assert.deepEqual(
    INPUTS.map((input) => initialValue(input, draft)),
    ['', '', '', 5, true],
  );
  assert.deepEqual(
    INPUTS.map((input) => initialValue(input, undefined)),
    ['', 'none', '', 5, false],
  );
});

test('should tell complaints about inputs from others', () => {
  const complaints = complaintsOf([
    { field: 'inputs.reason', message: 'Reason is required' },
    { field: 'inputs.reason', message: 'again' },
    { field: 'context', message: 'too large' },
  ]);

  assert.deepEqual(complaints, { reason: 'Reason is required' });
});
