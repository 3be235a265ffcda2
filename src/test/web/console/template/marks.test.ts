import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultIn, unknownIn } from 'web/console/template/marks';

const WARNING = 'contact.nmae is not a known variable; did you mean contact.name?';

function marked(template: string, warning = WARNING): readonly string[] {
  return unknownIn(template, [warning]).map(({ from, to }) => `${from}:${template.slice(from, to)}`);
}

test('should mark each tag that names it', () => {
  assert.deepEqual(marked('{{contact.nmae}} {{ contact.nmae | upper}} {{#contact.nmae}}{{/contact.nmae}}'), [
    '2:contact.nmae',
    '20:contact.nmae',
    '46:contact.nmae',
    '63:contact.nmae',
  ]);
  assert.deepEqual(marked('{{{contact.nmae}}}'), ['3:contact.nmae']);
  assert.deepEqual(marked('{{contact.[A b]}}', 'contact.[A b] is not a known variable'), ['2:contact.[A b]']);
});

test('should not mark what is something else', () => {
  assert.deepEqual(marked('contact.nmae {{contact.nmae.x}} {{contact.nmaes}} {{x.contact.nmae}}'), []);
  assert.deepEqual(marked('{{contact.nmae}}', 'A value in the JSON of a parameter is not escaped'), []);
});

function fault(text: string, place: string): string | undefined {
  const mark = faultIn(text, `Body: upr is not a known filter (${place})`);
  return mark && `${mark.from}:${text.slice(mark.from, mark.to)}`;
}

test('should find the word that a complaint means', () => {
  assert.equal(fault('{{contact.name | upr}}', 'line 1, column 18'), '17:upr');
  assert.equal(fault('{\n  "a": "{{b"\n}', 'line 2, column 9'), '10:{{');
  assert.equal(fault('ab\n', 'line 2, column 1'), '3:');
});

test('should find nothing where the text has no such place', () => {
  assert.equal(fault('ab', 'line 3, column 1'), undefined);
  assert.equal(fault('ab', 'line 1, column 9'), undefined);
  assert.equal(faultIn('ab', 'Body is too long'), undefined);
});
