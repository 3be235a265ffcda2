import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerRow } from 'web/console/editor/header-row';
import { duplicateHeaders } from 'web/console/editor/duplicate-headers';

function pathsOf(...names: readonly string[]): readonly string[] {
  return [...duplicateHeaders(names.map((name) => headerRow(name, 'value'))).keys()];
}

test('should have nothing to say of names that differ', () => {
  assert.deepEqual(pathsOf(), []);
  assert.deepEqual(pathsOf('X-Key', 'X-Keys', 'Key'), []);
});

test('should complain of the later row, by its own spelling', () => {
  assert.deepEqual(pathsOf('X-Key', 'Accept', 'x-key'), ['config.headers.x-key']);
});

test('should not mind blanks around a name', () => {
  assert.deepEqual(pathsOf('X-Key', ' X-Key '), ['config.headers.X-Key']);
});

test('should complain once of each spelling', () => {
  assert.deepEqual(pathsOf('a', 'A', 'A', 'a'), ['config.headers.A', 'config.headers.a']);
});

test('should leave rows alone that nobody has filled in', () => {
  assert.equal(duplicateHeaders([headerRow('', ''), headerRow('', '')]).size, 0);
});

test('should name the header', () => {
  const errors = duplicateHeaders([headerRow('X-Key', '1'), headerRow('x-KEY', '2')]);

  assert.match(errors.get('config.headers.x-KEY') ?? '', /x-KEY/);
});
