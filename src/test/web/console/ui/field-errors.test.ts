import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf, idOf, without } from 'web/console/ui/field-errors';

const ERRORS = errorsOf([
  { field: 'name', message: 'Missing' },
  { field: 'config.headers', message: 'Too many' },
  { field: 'config.headers.X-Key', message: 'Too long' },
  { field: 'config.headersX', message: 'Unknown' },
]);

test('should drop the complaints of a field and of all in it', () => {
  assert.deepEqual([...without(ERRORS, 'config.headers').keys()], ['name', 'config.headersX']);
});

test('should leave the complaint of the whole where a part changed', () => {
  assert.deepEqual([...without(ERRORS, 'config.headers.X-Key').keys()], ['name', 'config.headers', 'config.headersX']);
});

test('should be the same where there was no complaint', () => {
  assert.equal(without(ERRORS, 'icon'), ERRORS);
});

test('should keep the last of two complaints of a field', () => {
  const errors = errorsOf([
    { field: 'name', message: 'one' },
    { field: 'name', message: 'two' },
  ]);

  assert.equal(errors.get('name'), 'two');
});

test('should make ids that selectors can hold', () => {
  assert.equal(idOf('config.headers.X-Key'), 'field-config-headers-X-Key');
  assert.equal(idOf("config.headers.a'#b"), 'field-config-headers-a--b');
});
