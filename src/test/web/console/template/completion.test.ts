import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionsAt } from 'web/console/template/completion';
import { namesFor } from 'web/console/template/names';

const REQUEST = namesFor('request', ['crm_token']);

/** What is offered where the bar stands in a text. */
function offered(marked: string, names = REQUEST): readonly string[] {
  const caret = marked.indexOf('¦');
  const found = completionsAt(marked.replace('¦', ''), caret, names);
  return found?.options.map(({ text }) => text) ?? [];
}

/** The text after the first of what is offered was taken, with the caret as a bar. */
function taken(marked: string): string {
  const text = marked.replace('¦', '');
  const caret = marked.indexOf('¦');
  const found = completionsAt(text, caret, REQUEST);
  assert.ok(found);
  const [first] = found.options;
  return `${text.slice(0, found.from)}${first.text}¦${first.closing}${text.slice(caret)}`;
}

test('should offer every variable in an empty tag', () => {
  const all = offered('Hello {{¦');

  assert.equal(all[0], 'contact.name');
  assert.ok(all.includes('now') && all.includes('contact.metadata.') && all.includes('secret.crm_token'));
});

test('should offer what begins with the word first, then what has it elsewhere', () => {
  assert.deepEqual(offered('{{contact.p¦'), ['contact.phone_number', 'contact.profile_name']);
  assert.deepEqual(offered('{{em¦'), ['user.email']);
  assert.deepEqual(offered('{{ id¦')[0], 'contact.id');
  assert.deepEqual(offered('{{USER.¦').length, 4);
});

for (const begin of ['{{#', '{{^', '{{/', '{{&', '{{{', '{{  ', '{{# ']) {
  test(`should offer variables behind ${begin}`, () => {
    assert.deepEqual(offered(`x ${begin}user.e¦`), ['user.email']);
  });
}

test('should offer filters behind a bar', () => {
  assert.deepEqual(offered('{{contact.name | up¦'), ['upper']);
  assert.deepEqual(offered('{{contact.name|de¦}}'), ['default "friend"']);
  assert.deepEqual(offered('{{contact.name | default "a | b }}" | lo¦'), ['lower']);
  assert.equal(offered('{{contact.name | ¦').length, REQUEST.filters.length);
});

for (const nothing of [
  'contact.¦',
  '{ {contact.¦',
  '{{contact.name}} contact.¦',
  '{{contact.name | default "con¦',
  '{{contact.name | truncate 8¦',
  '{{contact.name ¦',
  '{{! contact.¦',
  '{{"{{con¦',
  '{{nonsense¦',
  '{{user.email¦',
]) {
  test(`should offer nothing in ${nothing}`, () => {
    assert.deepEqual(offered(nothing), []);
  });
}

test('should offer variables in a tag behind one with a text of braces', () => {
  assert.deepEqual(offered('{{"{{1}}"}} {{user.e¦'), ['user.email']);
});

test('should close the tag unless it is closed', () => {
  assert.equal(taken('{{user.e¦'), '{{user.email¦}}');
  assert.equal(taken('{{{user.e¦ x'), '{{{user.email¦}}} x');
  assert.equal(taken('{{user.e¦}}'), '{{user.email¦}}');
  assert.equal(taken('{{user.e¦ | upper}}'), '{{user.email¦ | upper}}');
  assert.equal(taken('{{user.e¦\n{{user.id}}'), '{{user.email¦}}\n{{user.id}}');
  assert.equal(taken('{{contact.name | tr¦'), '{{contact.name | trim¦}}');
});

test('should leave room for the rest of a name', () => {
  assert.equal(taken('{{contact.m¦'), '{{contact.metadata.¦}}');
});

test('should offer each name where it exists', () => {
  const answer = namesFor('answer', ['crm_token']);

  assert.deepEqual(offered('{{response_s¦'), []);
  assert.deepEqual(offered('{{response_s¦', answer), ['response_status']);
  assert.equal(offered('{{¦', answer)[0], 'response.');
  assert.deepEqual(offered('{{secret¦', answer), []);
  assert.deepEqual(offered('{{secret¦', namesFor('link', ['crm_token'])), []);
  assert.deepEqual(offered('{{secret¦', namesFor('request', [])), ['secret.']);
});
