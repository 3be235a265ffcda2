import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CustomAction, MASK, type WebhookConfig } from 'web/console/api/contract';
import { changesOf, configOf, type Draft, draftOf } from 'web/console/editor/draft';
import { headerRow } from 'web/console/editor/header-row';
import type { Side } from 'web/console/editor/merge';
import { type Merged, mergedDrafts } from 'web/console/editor/merge-drafts';
import { inputRow, type InputRow } from 'web/console/editor/terms-draft';
import type { WebhookDraft } from 'web/console/editor/webhook-draft';

const CONFIG: WebhookConfig = {
  url: 'https://api.example.com/',
  method: 'POST',
  headers: { 'X-Key': 'one', Accept: 'text/plain' },
  body: '{}',
  auth: { type: 'basic', username: 'ada', password: 'pass' },
  result: { toast: 'Done' },
};
const INPUTS = [
  { name: 'reason', label: 'Reason', type: 'text' },
  { name: 'note', label: 'Note', type: 'textarea', required: true },
  { name: 'day', label: 'Day', type: 'date' },
] as const;

function webhook(config: WebhookConfig = CONFIG, further: Partial<CustomAction> = {}): CustomAction {
  return {
    id: 'a1',
    name: 'Create ticket',
    icon: 'ticket',
    is_active: true,
    display_order: 3,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-02T00:00:00Z',
    inputs: INPUTS,
    visible_to: { roles: ['agent'], tags: ['vip', 'late'] },
    ...further,
    action_type: 'webhook',
    config,
  } as CustomAction;
}

function with_(draft: Draft, change: Partial<WebhookDraft>): Draft {
  return { ...draft, webhook: { ...draft.webhook, ...change } };
}

/** Somebody changed the draft, and a colleague's action is stored by now. */
function meeting(
  mine: (draft: Draft) => Draft,
  theirs: CustomAction,
  choices: Readonly<Record<string, Side>> = {},
  before = webhook(),
  hidden: readonly string[] = [],
): Merged {
  const original = draftOf(before);
  return mergedDrafts(original, mine(original), draftOf(theirs), new Map(Object.entries(choices)), new Set(hidden));
}

function configIn(merged: Merged): WebhookConfig {
  return configOf(merged.draft, 'text').config as WebhookConfig;
}

function pathsOf({ conflicts }: Merged): readonly string[] {
  return conflicts.map(({ path }) => path);
}

function setInput(draft: Draft, name: string, change: Partial<InputRow>): Draft {
  const inputs = draft.terms.inputs.map((row) => (row.name === name ? { ...row, ...change } : row));
  return { ...draft, terms: { ...draft.terms, inputs } };
}

function namesIn({ draft }: Merged): readonly string[] {
  return draft.terms.inputs.map(({ name }) => name);
}

test('should keep what each of two changed of a config', () => {
  const merged = meeting(
    (draft) => with_({ ...draft, name: 'Mine' }, { toast: 'Mine' }),
    webhook({ ...CONFIG, url: 'https://theirs.example.com/' }, { icon: 'mail' }),
  );

  assert.deepEqual(pathsOf(merged), []);
  assert.deepEqual(merged.taken, ['icon', 'config.url']);
  assert.equal(merged.draft.name, 'Mine');
  assert.equal(merged.draft.icon, 'mail');
  assert.deepEqual(configIn(merged), { ...CONFIG, url: 'https://theirs.example.com/', result: { toast: 'Mine' } });
});

test('should ask about a field alone that both changed to something else', () => {
  const theirs = webhook({ ...CONFIG, url: 'https://theirs.example.com/', body: '[]' });
  const mine = (draft: Draft) => with_(draft, { url: 'https://mine.example.com/' });

  const merged = meeting(mine, theirs);

  assert.deepEqual(merged.conflicts, [
    {
      path: 'config.url',
      before: 'https://api.example.com/',
      mine: 'https://mine.example.com/',
      theirs: 'https://theirs.example.com/',
      isSecret: false,
    },
  ]);
  assert.equal(configIn(merged).url, 'https://mine.example.com/');
  assert.equal(configIn(merged).body, '[]');
  const chosen = meeting(mine, theirs, { 'config.url': 'theirs' });
  assert.equal(configIn(chosen).url, 'https://theirs.example.com/');
});

test('should not ask where both changed a field to the same, nor say that it came from another', () => {
  const merged = meeting((draft) => with_(draft, { body: '[]' }), webhook({ ...CONFIG, body: '[]' }));

  assert.deepEqual(pathsOf(merged), []);
  assert.deepEqual(merged.taken, []);
});

test('should say nothing of a switch and of a place in the list', () => {
  const merged = meeting(
    (draft) => ({ ...draft, name: 'Mine' }),
    webhook(CONFIG, { is_active: false, display_order: 9, updated_at: '2026-02-02T00:00:00Z' }),
  );

  assert.deepEqual([merged.conflicts, merged.taken], [[], []]);
  assert.equal(merged.draft.isActive, false);
});

test('should merge headers by their names, whatever the case', () => {
  const merged = meeting(
    (draft) =>
      with_(draft, {
        headers: [...draft.webhook.headers.map((row) => ({ ...row })), headerRow('X-Mine', 'm')],
      }),
    webhook({ ...CONFIG, headers: { 'x-key': 'two', Accept: 'text/plain', 'X-Theirs': 't' } }),
  );

  assert.deepEqual(pathsOf(merged), []);
  assert.deepEqual(configIn(merged).headers, { 'x-key': 'two', Accept: 'text/plain', 'X-Theirs': 't', 'X-Mine': 'm' });
  assert.deepEqual(merged.taken, ['config.headers.x-key', 'config.headers.X-Theirs']);
});

test('should ask about a header that one changed and the other removed', () => {
  const without = webhook({ ...CONFIG, headers: { Accept: 'text/plain' } });
  const mine = (draft: Draft) =>
    with_(draft, {
      headers: draft.webhook.headers.map((row, place) => (place === 0 ? { ...row, value: 'new' } : row)),
    });

  const merged = meeting(mine, without);

  assert.deepEqual(merged.conflicts, [{ path: 'config.headers.X-Key', before: 'one', mine: 'new', isSecret: true }]);
  assert.deepEqual(configIn(merged).headers, { 'X-Key': 'new', Accept: 'text/plain' });
  const chosen = meeting(mine, without, { 'config.headers.X-Key': 'theirs' });
  assert.deepEqual(configIn(chosen).headers, { Accept: 'text/plain' });
});

test('should drop a header that one removed and the other left alone', () => {
  const theirs = meeting((draft) => draft, webhook({ ...CONFIG, headers: { Accept: 'text/plain' } }));
  assert.deepEqual(configIn(theirs).headers, { Accept: 'text/plain' });
  assert.deepEqual(theirs.taken, ['config.headers.X-Key']);

  const mine = meeting((draft) => with_(draft, { headers: draft.webhook.headers.slice(1) }), webhook());
  assert.deepEqual(configIn(mine).headers, { Accept: 'text/plain' });
  assert.deepEqual(mine.taken, []);
});

test('should keep rows that have no name yet, and of the same name', () => {
  const merged = meeting(
    (draft) =>
      with_(draft, {
        headers: [...draft.webhook.headers, headerRow('', ''), headerRow('', 'typed'), headerRow('Accept', 'again')],
      }),
    webhook({ ...CONFIG, body: '[]' }),
  );

  assert.deepEqual(
    merged.draft.webhook.headers.map(({ name, value }) => [name, value]),
    [
      ['X-Key', 'one'],
      ['Accept', 'text/plain'],
      ['', ''],
      ['', 'typed'],
      ['Accept', 'again'],
    ],
  );
});

test('should take names of objects for names alone', () => {
  const headers = JSON.parse('{"__proto__": "p", "constructor": "c", "a.b": "d"}');
  const merged = meeting((draft) => with_(draft, { body: '[]' }), webhook({ ...CONFIG, headers }));

  assert.deepEqual(
    merged.draft.webhook.headers.map(({ name }) => name),
    ['__proto__', 'constructor', 'a.b'],
  );
});

test('should send my secret and not the mask, once theirs is stored', () => {
  const theirs = webhook({ ...CONFIG, url: 'https://theirs.example.com/' });
  const merged = meeting(
    (draft) => with_(draft, { headers: draft.webhook.headers.map((row) => ({ ...row, value: 'new' })) }),
    theirs,
  );

  assert.deepEqual((changesOf(merged.draft, theirs).config as WebhookConfig).headers, {
    'X-Key': 'new',
    Accept: 'new',
  });
});

test('should keep a secret that they replaced, whether or not anybody can read it', () => {
  const theirs = webhook({ ...CONFIG, headers: { 'X-Key': 'two', Accept: 'text/plain' } });
  const merged = meeting((draft) => with_(draft, { body: '[]' }), theirs);
  assert.deepEqual((changesOf(merged.draft, theirs).config as WebhookConfig).headers, { 'X-Key': MASK, Accept: MASK });

  const masked = webhook({ ...CONFIG, headers: { 'X-Key': MASK } });
  const hidden = meeting((draft) => with_(draft, { body: '[]' }), masked, {}, masked, ['config.headers.X-Key']);
  assert.deepEqual(hidden.taken, ['config.headers.X-Key']);
  assert.deepEqual((changesOf(hidden.draft, masked).config as WebhookConfig).headers, { 'X-Key': MASK });
});

test('should ask about a secret that both replaced although nobody can read theirs', () => {
  const masked = webhook({ ...CONFIG, headers: { 'X-Key': MASK } });
  const mine = (draft: Draft) => with_(draft, { headers: [{ ...draft.webhook.headers[0], value: 'mine' }] });

  const merged = meeting(mine, masked, {}, masked, ['config.headers.X-Key']);

  assert.deepEqual(pathsOf(merged), ['config.headers.X-Key']);
  const chosen = meeting(mine, masked, { 'config.headers.X-Key': 'theirs' }, masked, ['config.headers.X-Key']);
  assert.deepEqual(changesOf(chosen.draft, masked), {});
});

test('should merge who calls field by field, and ask where one chose another way', () => {
  const byField = meeting(
    (draft) => with_(draft, { auth: { ...draft.webhook.auth, username: 'grace' } }),
    webhook({ ...CONFIG, auth: { type: 'basic', username: 'ada', password: 'other' } }),
  );
  assert.deepEqual(configIn(byField).auth, { type: 'basic', username: 'grace', password: 'other' });
  assert.deepEqual(byField.conflicts, []);

  const none: WebhookConfig = { ...CONFIG, auth: undefined };
  const mine = (draft: Draft) => with_(draft, { auth: { ...draft.webhook.auth, username: 'grace' } });
  const asked = meeting(mine, webhook(none));
  assert.deepEqual(pathsOf(asked), ['config.auth']);
  assert.deepEqual(configIn(asked).auth, { type: 'basic', username: 'grace', password: 'pass' });
  assert.equal(configIn(meeting(mine, webhook(none), { 'config.auth': 'theirs' })).auth, undefined);
});

test('should keep what the form does not show', () => {
  const rest = (config: object) => webhook({ ...CONFIG, ...config });
  const merged = meeting(
    (draft) => with_(draft, { toast: 'Mine' }),
    rest({ background: true, other: { deep: 1 } }),
    {},
    rest({ other: { deep: 0 }, gone: 1 }),
  );

  const config = configIn(merged) as Record<string, unknown>;
  assert.deepEqual([config.background, config.other, config.gone], [true, { deep: 1 }, undefined]);
});

test('should merge inputs by their names and properties', () => {
  const theirs = webhook(CONFIG, {
    inputs: [{ ...INPUTS[0], placeholder: 'Why' }, INPUTS[2], { name: 'more', label: 'More', type: 'number' }],
  });
  const merged = meeting((draft) => setInput(draft, 'reason', { label: 'Why' }), theirs);

  assert.deepEqual(merged.conflicts, []);
  assert.deepEqual(namesIn(merged), ['reason', 'day', 'more']);
  const [reason] = merged.draft.terms.inputs;
  assert.deepEqual([reason.label, reason.placeholder], ['Why', 'Why']);
  assert.deepEqual(merged.taken, ['inputs.reason.placeholder', 'inputs.note', 'inputs.more']);
});

test('should ask about an input that both changed, and one that was removed', () => {
  const theirs = webhook(CONFIG, { inputs: [{ ...INPUTS[0], label: 'Theirs' }, INPUTS[2]] });
  const mine = (draft: Draft) =>
    setInput(setInput(draft, 'reason', { label: 'Mine' }), 'note', { placeholder: 'changed' });

  const merged = meeting(mine, theirs);

  assert.deepEqual(pathsOf(merged), ['inputs.reason.label', 'inputs.note']);
  assert.deepEqual(namesIn(merged), ['reason', 'note', 'day']);
  const chosen = meeting(mine, theirs, { 'inputs.reason.label': 'theirs', 'inputs.note': 'theirs' });
  assert.deepEqual(
    chosen.draft.terms.inputs.map(({ label }) => label),
    ['Theirs', 'Day'],
  );
});

test('should keep the order of who changed it, and ask if both did', () => {
  const reversed = webhook(CONFIG, { inputs: [...INPUTS].reverse() });
  const theirs = meeting((draft) => setInput(draft, 'note', { label: 'Mine' }), reversed);
  assert.deepEqual(namesIn(theirs), ['day', 'note', 'reason']);
  assert.deepEqual(theirs.taken, ['inputs']);

  const [reason, note, day] = draftOf(webhook()).terms.inputs;
  const mine = (inputs: readonly InputRow[]) => (draft: Draft) => ({ ...draft, terms: { ...draft.terms, inputs } });
  const added = webhook(CONFIG, { inputs: [INPUTS[0], { name: 'x', label: 'X', type: 'text' }, INPUTS[1], INPUTS[2]] });
  assert.deepEqual(namesIn(meeting(mine([day, reason, note]), added)), ['day', 'reason', 'x', 'note']);

  const both = meeting(mine([note, reason, day]), reversed);
  assert.deepEqual(both.conflicts, [
    {
      path: 'inputs',
      before: 'reason, note, day',
      mine: 'note, reason, day',
      theirs: 'day, note, reason',
      isSecret: false,
    },
  ]);
  assert.deepEqual(namesIn(both), ['note', 'reason', 'day']);
  assert.deepEqual(namesIn(meeting(mine([note, reason, day]), reversed, { inputs: 'theirs' })), [
    'day',
    'note',
    'reason',
  ]);
});

test('should ask where both added an input of the same name', () => {
  const mine = (draft: Draft) => ({
    ...draft,
    terms: { ...draft.terms, inputs: [...draft.terms.inputs, inputRow({ name: 'more', label: 'Mine' })] },
  });
  const merged = meeting(
    mine,
    webhook(CONFIG, { inputs: [...INPUTS, { name: 'more', label: 'Theirs', type: 'text' }] }),
  );

  assert.deepEqual(pathsOf(merged), ['inputs.more.label']);
  assert.deepEqual(namesIn(merged), ['reason', 'note', 'day', 'more']);
});

test('should let both add roles and tags and take them away', () => {
  const merged = meeting(
    (draft) => ({ ...draft, terms: { ...draft.terms, tags: 'late, mine', roles: 'agent' } }),
    webhook(CONFIG, { visible_to: { roles: ['agent', 'lead'], tags: ['vip', 'late', 'theirs'] } }),
  );

  assert.deepEqual(merged.conflicts, []);
  assert.equal(merged.draft.terms.tags, 'late, mine, theirs');
  assert.equal(merged.draft.terms.roles, 'agent, lead');
});

test('should ask about the type where one changed it and the other something in it', () => {
  const link = {
    ...webhook(),
    action_type: 'url',
    config: { url: 'https://example.com/', open_in_new_tab: true },
  } as CustomAction;

  const untouched = meeting((draft) => ({ ...draft, name: 'Mine' }), link);
  assert.deepEqual(untouched.conflicts, []);
  assert.deepEqual([untouched.draft.type, untouched.draft.url.url], ['url', 'https://example.com/']);
  assert.deepEqual(untouched.taken, ['action_type']);

  const asked = meeting((draft) => with_(draft, { body: '[]' }), link);
  assert.deepEqual(asked.conflicts, [
    { path: 'action_type', before: 'Webhook', mine: 'Webhook', theirs: 'Link', isSecret: false },
  ]);
  assert.equal(asked.draft.type, 'webhook');
  const chosen = meeting((draft) => with_(draft, { body: '[]' }), link, { action_type: 'theirs' });
  assert.deepEqual(changesOf(chosen.draft, link), {});
});

test('should merge within a type that both chose', () => {
  const link = { ...webhook(), action_type: 'url', config: { url: 'https://theirs.example.com/' } } as CustomAction;
  const mine = (draft: Draft): Draft => ({
    ...draft,
    type: 'url',
    url: { url: 'https://mine.example.com/', openInNewTab: true, rest: {} },
  });

  assert.deepEqual(pathsOf(meeting(mine, link)), ['config.url']);
});

test('should keep the rows that somebody types in', () => {
  const before = draftOf(webhook());
  const theirs = draftOf(webhook({ ...CONFIG, url: 'https://theirs.example.com/' }));
  const { draft } = mergedDrafts(before, with_(before, { body: '[]' }), theirs);

  const keys = (rows: readonly { readonly key: number }[]) => rows.map(({ key }) => key);
  assert.deepEqual(keys(draft.webhook.headers), keys(before.webhook.headers));
  assert.deepEqual(keys(draft.terms.inputs), keys(before.terms.inputs));
});
