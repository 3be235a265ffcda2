import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfolded } from 'web/console/script/unfolded';

test('should write out an object of a line', () => {
  assert.equal(unfolded('{"a":[1]}'), '{\n  "a": [\n    1\n  ]\n}');
});

test('should leave the text in front of an object where it is', () => {
  assert.equal(unfolded('contact {"a":1}'), 'contact\n{\n  "a": 1\n}');
  assert.equal(unfolded('[x] {"a":1}'), '[x]\n{\n  "a": 1\n}');
});

test('should leave other lines as they are', () => {
  for (const line of ['text', '', 'Map(1) {"a" => 1}', '{"o":[circular]}', '{"id":12345678901234567890}', '[', '1']) {
    assert.equal(unfolded(line), line);
  }
});
