import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionsAt } from 'web/console/template/completion';
import { menuOf, namesFor } from 'web/console/template/names';

const OWN = { secrets: ['crm_token'], inputs: [] };
const REQUEST = namesFor('request', OWN);

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
  const answer = namesFor('answer', OWN);

  assert.deepEqual(offered('{{response_s¦'), []);
  assert.deepEqual(offered('{{response_s¦', answer), ['response_status']);
  assert.equal(offered('{{¦', answer)[0], 'response.');
  assert.deepEqual(offered('{{secret¦', answer), []);
  assert.deepEqual(offered('{{secret¦', namesFor('link', OWN)), []);
  assert.deepEqual(offered('{{secret¦', namesFor('request', { secrets: [], inputs: [] })), ['secret.']);
});

test('should offer what a section is at inside one only', () => {
  assert.deepEqual(offered('{{#contact.tags}}{{-¦'), ['-index', '-first', '-last']);
  assert.deepEqual(offered('{{#contact.tags}}{{¦').slice(0, 2), ['.', '-index']);
  assert.deepEqual(offered('{{#contact.tags}}{{^-l¦'), ['-last']);
  assert.deepEqual(offered('{{-¦'), []);
  assert.deepEqual(offered('{{#contact.tags}}{{.}}{{/contact.tags}}{{-¦'), []);
});

test('should close the section that is open', () => {
  assert.deepEqual(offered('{{#contact.tags}}x{{/¦'), ['contact.tags']);
  assert.deepEqual(offered('{{#contact.tags}}{{^-last}}, {{/¦'), ['-last']);
  assert.deepEqual(offered('{{#contact.tags}}{{^-last}}, {{/-last}}{{/ con¦'), ['contact.tags']);
  assert.deepEqual(offered('{{#contact.metadata.[a b]}}{{/¦'), ['contact.metadata.[a b]']);
  assert.equal(taken(`{{#contact.tags}}${'x'.repeat(3_000)}{{/¦`).slice(-18), '{{/contact.tags¦}}');
});

test('should offer the inputs of the action by their names', () => {
  const own = {
    secrets: [],
    inputs: [
      { name: 'reason', label: 'Why' },
      { name: '', label: 'New' },
    ],
  };
  const names = namesFor('request', own);

  assert.deepEqual(offered('{{input¦', names), ['input.reason']);
  assert.deepEqual(offered('{{input¦', namesFor('request', { secrets: [], inputs: [] })), ['input.']);
});

test('should have everything in the menu', () => {
  const paths = menuOf(REQUEST).flatMap(({ variables }) => variables.map(({ path }) => path));

  assert.ok(['contact.name', 'secret.crm_token', 'now', '-index', '.'].every((path) => paths.includes(path)));
});
