import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scriptCompletionsAt } from 'web/console/script/completion';

/** What is offered where the bar stands in code. */
function offered(marked: string): readonly string[] {
  const caret = marked.indexOf('¦');
  return scriptCompletionsAt(marked.replace('¦', ''), caret)?.options ?? [];
}

test('should offer the globals that begin with a word', () => {
  assert.deepEqual(offered('return con¦'), ['contact', 'context', 'console']);
  assert.deepEqual(offered('UR¦'), ['URL', 'URLSearchParams']);
});

test('should offer the members of a global', () => {
  assert.ok(offered('contact.¦').includes('phone_number'));
  assert.deepEqual(offered('contact?.na¦'), ['name']);
  assert.deepEqual(offered('await crypto.subtle.s¦'), ['sign']);
});

test('should offer the members of what was made with new', () => {
  assert.deepEqual(offered("const u = new URL('x'); u.searchP¦"), ['searchParams']);
});

test('should offer the fields of a returned object', () => {
  assert.ok(offered('return { ¦').includes('toast'));
  assert.deepEqual(offered("return { toast: 'x', cli¦"), ['clipboard']);
});

test('should offer nothing for what it does not know', () => {
  assert.deepEqual(offered('foo.¦'), []);
  assert.deepEqual(offered('¦'), []);
  assert.deepEqual(offered('contact¦'), []);
  assert.deepEqual(offered('items[0].na¦'), []);
});
