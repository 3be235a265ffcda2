import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { test } from 'node:test';

const ROOT = 'src/main/web/console';
const HOLE = '\0';
/** What a reader sees or hears of an element, besides what is in it. */
const SPOKEN =
  /\s(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt|label)=(?:"([^"]*)"|'([^']*)')/g;

/** The same in every language: the product's name, code, and what is typed as it stands. */
const ALLOWED: readonly string[] = [
  'Custom actions',
  '{{secret.name}}',
  `{{secret.${HOLE}}}`,
  '{{context.conversation}}',
  '{"conversation": "42"}',
  'return { toast: { message, type }, clipboard, url }',
  "curl https://api.example.com/tickets -H 'Authorization: Bearer …' --json '{ … }'",
];
/** Sentences in the code that nobody reads here, or that are no language's. */
const SENTENCES: readonly string[] = [
  // Data that the service wrote, to be recognized.
  'Webhook executed successfully',
  'Opening URL',
  'JavaScript action executed',
  'Action completed',
  // Examples of what somebody may type.
  'Ticket #{{response.id}} created',
  'Not created: {{response.message}}',
  'Refund {{contact.name}}? This cannot be undone.',
  'Authorization: Bearer …',
  'Bearer ${value}',
  // What the editor asks the words for.
  'Selection deleted',
  'Control character',
  // Names.
  'Custom actions',
  'Standard Webhooks',
];

const SOURCES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('words/'));

/** The templates of a source, without what is filled in. */
function templatesOf(source: string): readonly string[] {
  const found: string[] = [];
  for (const { index } of source.matchAll(/\bhtml`/g)) {
    found.push(template(source, index + 'html`'.length).text);
  }
  return found;
}

function template(source: string, from: number): { readonly text: string; readonly end: number } {
  let text = '';
  let at = from;
  while (source[at] !== '`') {
    if (source.startsWith('${', at)) {
      at = hole(source, at + 2);
      text += HOLE;
    } else {
      text += source[at++];
    }
  }
  return { text, end: at + 1 };
}

/** The end of what is filled in, which may have templates, texts and objects in it. */
function hole(source: string, from: number): number {
  let at = from;
  while (source[at] !== '}') {
    if (source[at] === '`') {
      at = template(source, at + 1).end;
    } else if (source[at] === '{') {
      at = hole(source, at + 1);
    } else if (source[at] === "'" || source[at] === '"') {
      at = source.indexOf(source[at], at + 1) + 1;
    } else {
      at++;
    }
  }
  return at + 1;
}

function spokenIn(template: string): readonly string[] {
  const tags = template.match(/<[^>]*>/g) ?? [];
  const attributes = tags.flatMap((tag) => Array.from(tag.matchAll(SPOKEN), ([, one, other]) => one ?? other));
  const texts = template.split(/<[^>]*>/).map((text) => text.replace(/&\w+;/g, ' '));
  return [...texts, ...attributes].map((text) => text.replace(/\s+/g, ' ').trim());
}

test('should have no words in templates', () => {
  const found = SOURCES.flatMap((file) =>
    templatesOf(readFileSync(join(ROOT, file), 'utf8'))
      .flatMap(spokenIn)
      .map((text) => ALLOWED.reduce((rest, allowed) => rest.replaceAll(allowed, ''), text))
      .filter((text) => /\p{L}{2}/u.test(text))
      .map((text) => `${file}: ${text.replaceAll(HOLE, '…')}`),
  );

  assert.deepEqual(found, []);
});

test('should have no sentences in the code around them', () => {
  const found = SOURCES.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
      .flatMap((line) => Array.from(line.matchAll(/(['`])([A-Z][^'`]* [^'`]*)\1/g), ([, , text]) => text))
      .filter((text) => !SENTENCES.includes(text))
      .map((text) => `${file}: ${text}`),
  );

  assert.deepEqual(found, []);
});

test('should find what it looks for', () => {
  const source = "html`<p title='At be' @click=${() => { x('}'); }}>Read ${a ? html`<i>me</i>` : `b`} now</p>`";

  assert.deepEqual(
    templatesOf(source)
      .flatMap(spokenIn)
      .filter((text) => /\p{L}{2}/u.test(text)),
    [`Read ${HOLE} now`, 'At be', 'me'],
  );
});
