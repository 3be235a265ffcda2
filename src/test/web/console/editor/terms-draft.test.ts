import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomAction, Terms } from 'web/console/api/contract';
import { changesOf, draftOf, inputOf, NEW } from 'web/console/editor/draft';
import { inputRow, moved, nameOf, termsDraft, termsOf } from 'web/console/editor/terms-draft';

const TERMS: Terms = {
  inputs: [
    { name: 'reason', label: 'Reason', type: 'text', required: true, placeholder: 'Why?', default: 'late' },
    { name: 'amount', label: 'Amount', type: 'number', default: 5 },
    { name: 'sure', label: 'Sure', type: 'checkbox', default: true },
    {
      name: 'kind',
      label: 'Kind',
      type: 'select',
      options: [
        { value: 'refund', label: 'Refund the order' },
        { value: 'credit', label: 'credit' },
      ],
    },
  ],
  confirmation: 'Refund {{contact.name}}?',
  visible_to: { roles: ['support', 'sales'], tags: ['vip'] },
};

const ACTION: CustomAction = {
  id: 'a1',
  name: 'Refund',
  icon: 'zap',
  is_active: true,
  display_order: 0,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  action_type: 'url',
  config: { url: 'https://example.com/' },
  ...TERMS,
};

test('should send what was read', () => {
  assert.deepEqual(termsOf(termsDraft(TERMS)), TERMS);
  assert.deepEqual(termsOf(termsDraft({})), { inputs: [], confirmation: '', visible_to: { roles: [], tags: [] } });
});

test('should send only what changed, and what is empty by now', () => {
  const draft = draftOf(ACTION);

  assert.deepEqual(changesOf(draft, ACTION), {});
  assert.deepEqual(changesOf({ ...draft, terms: { ...draft.terms, confirmation: ' ', tags: 'vip, gold ,' } }, ACTION), {
    confirmation: '',
    visible_to: { roles: ['support', 'sales'], tags: ['vip', 'gold'] },
  });
  assert.deepEqual(changesOf({ ...draft, terms: { ...draft.terms, inputs: [] } }, ACTION), { inputs: [] });
});

test('should create without what is empty', () => {
  const created = inputOf({ ...NEW, name: 'A', terms: { ...NEW.terms, confirmation: 'Sure?' } }, 1);

  assert.equal(created.confirmation, 'Sure?');
  assert.equal('inputs' in created, false);
  assert.equal('visible_to' in created, false);
});

test('should leave what is no number to the service', () => {
  const { inputs } = termsOf({ ...NEW.terms, inputs: [inputRow({ name: 'n', type: 'number', initial: 'five' })] });

  assert.equal(inputs[0].default, 'five');
});

test('should name a field after its label', () => {
  assert.equal(nameOf('Order number'), 'order_number');
  assert.equal(nameOf(' 2. Größe (cm)?'), 'gro_e_cm');
  assert.equal(nameOf('???'), '');
  assert.equal(nameOf('x'.repeat(60)).length, 40);
});

test('should move a row to another place', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => inputRow({ name }));
  const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).join('');

  assert.equal(names(moved([a, b, c], a.key, 2)), 'bca');
  assert.equal(names(moved([a, b, c], c.key, 0)), 'cab');
  const rows = [a, b];
  assert.equal(moved(rows, a.key, 2), rows);
  assert.equal(moved(rows, c.key, 0), rows);
});
