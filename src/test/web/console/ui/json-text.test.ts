import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pretty, prettyText } from 'web/console/ui/json-text';

test('should show text as it is and everything else as JSON', () => {
  assert.equal(pretty('a "b"'), 'a "b"');
  assert.equal(pretty({ a: [1] }), '{\n  "a": [\n    1\n  ]\n}');
  assert.equal(pretty(null), 'null');
  assert.equal(pretty(false), 'false');
  assert.equal(pretty(undefined), 'undefined');
});

test('should lay out text that is JSON and leave other text alone', () => {
  assert.equal(prettyText('{"a":1}'), '{\n  "a": 1\n}');
  assert.equal(prettyText('{"a":'), '{"a":');
  assert.equal(prettyText('a=1'), 'a=1');
  assert.equal(prettyText(''), '');
});
