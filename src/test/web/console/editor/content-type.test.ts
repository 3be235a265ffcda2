import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentTypeOf } from 'web/console/editor/content-type';
import { headerRow } from 'web/console/editor/header-row';

test('should be JSON unless a header says otherwise', () => {
  assert.equal(contentTypeOf([]), 'application/json');
  assert.equal(contentTypeOf([headerRow('Accept', 'text/plain')]), 'application/json');
});

test('should be what the header says, however its name is written', () => {
  assert.equal(contentTypeOf([headerRow('X-Key', 'k'), headerRow(' CONTENT-type ', ' text/xml ')]), 'text/xml');
});

test('should be JSON as long as the header has no value', () => {
  assert.equal(contentTypeOf([headerRow('Content-Type', '  ')]), 'application/json');
});

test('should be the first of two', () => {
  assert.equal(
    contentTypeOf([headerRow('Content-Type', 'text/xml'), headerRow('content-type', 'text/csv')]),
    'text/xml',
  );
});
