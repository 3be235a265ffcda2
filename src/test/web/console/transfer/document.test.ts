import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenOf, DocumentFault, nameOf, readDocument } from 'web/console/transfer/document';

const DOCUMENT = { format: 'custom-actions/1', custom_actions: [{ name: 'One', display_order: 3 }, { name: 'Two' }] };

test('should read a document', () => {
  assert.deepEqual(readDocument(JSON.stringify(DOCUMENT)), DOCUMENT);
});

test('should read a document in the answer of a call', () => {
  assert.deepEqual(readDocument(JSON.stringify({ status: 'success', data: DOCUMENT })), DOCUMENT);
});

const FAULTS: ReadonlyArray<[text: string, fault: RegExp]> = [
  ['', /not JSON/],
  ['{"format":', /not JSON/],
  ['[]', /no list/],
  ['null', /no list/],
  ['{"format":"custom-actions/1"}', /no list/],
  ['{"format":"custom-actions/2","custom_actions":[{}]}', /its format is not/],
  ['{"custom_actions":[{}]}', /its format is not/],
  ['{"format":"custom-actions/1","custom_actions":[]}', /no actions/],
];

for (const [text, fault] of FAULTS) {
  test(`should say what is wrong with ${JSON.stringify(text)}`, () => {
    assert.throws(
      () => readDocument(text),
      (error) => error instanceof DocumentFault && fault.test(error.message),
    );
  });
}

test('should find names where there are any', () => {
  assert.deepEqual([{ name: ' One ' }, { name: 1 }, {}, null as never].map(nameOf), ['One', '', '', '']);
});

test('should choose actions without their places', () => {
  assert.deepEqual(chosenOf(DOCUMENT, new Set(['One'])), {
    format: 'custom-actions/1',
    custom_actions: [{ name: 'One' }],
  });
});
