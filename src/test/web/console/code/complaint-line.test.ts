import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineIn } from 'web/console/code/complaint-line';

const LINES: ReadonlyArray<[complaint: string, line: number | undefined]> = [
  ['A tag is not closed (line 3, column 1)', 3],
  ['Line 12: Unexpected token', 12],
  ['at line 1, column 9, after line 4', 1],
  ['The code has more than 64 KiB', undefined],
  ['A deadline 5 minutes away', undefined],
  ['line x', undefined],
  ['', undefined],
];

for (const [complaint, line] of LINES) {
  test(`should find line ${line} in "${complaint}"`, () => {
    assert.equal(lineIn(complaint), line);
  });
}
