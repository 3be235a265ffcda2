import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionsApi } from 'web/console/api/actions-api';
import { ApiClient } from 'web/console/api/api-client';
import type { CustomAction } from 'web/console/api/contract';
import { draftOf } from 'web/console/editor/draft';
import { type Choices, type Decide, type Saved, Saving } from 'web/console/editor/saving';
import { type Answer, answerFetches, failure, type Fetched, NO_CONNECTION, success } from '../../fetches.ts';

const ACTION = {
  id: 'a1',
  name: 'Open',
  icon: 'link',
  is_active: true,
  display_order: 0,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  action_type: 'url',
  config: { url: 'https://example.com/', open_in_new_tab: true },
} as const satisfies CustomAction;
const THEIRS: CustomAction = {
  ...ACTION,
  config: { url: 'https://theirs.example.com/', open_in_new_tab: true },
  updated_at: '2026-01-02T00:00:00Z',
};
const ROBIN = {
  at: '2026-01-02T00:00:00Z',
  user_id: 'r',
  user_name: 'Robin',
  change: 'updated',
  fields: ['config.url'],
};

function tagged(action: CustomAction, tag: string, answer = success(action)): Response {
  answer.headers.set('ETag', tag);
  return answer;
}

function outdated(current: CustomAction, tag: string): Response {
  return tagged(current, tag, failure(412, { error_type: 'precondition_failed', data: current }));
}

function changes(...entries: readonly object[]): Response {
  return success({ changes: entries, next_before: null });
}

interface Outcome {
  readonly saved: Saved | undefined;
  readonly fetched: readonly Fetched[];
  readonly asked: readonly unknown[];
}

/** Saves another name, or more, of an action that was read before with the first answer. */
async function saving(
  answers: readonly Answer[],
  change: object = { name: 'Mine' },
  choices: Choices | undefined = new Map(),
): Promise<Outcome> {
  const fetched = answerFetches(...answers);
  const tokens = { token: () => Promise.resolve('t'), refuse: () => {} };
  const api = new ActionsApi(new ApiClient('', tokens, { answered: () => {}, failed: () => {} }));
  const original = await api.read('a1');
  const asked: unknown[] = [];
  const decide: Decide = (conflicts, others) => {
    asked.push([others, conflicts.map(({ path }) => path)]);
    return Promise.resolve(choices);
  };
  const saved = await new Saving(api, original, { ...draftOf(original), ...change }, decide).run();
  return { saved, fetched, asked };
}

function puts(fetched: readonly Fetched[]): readonly unknown[] {
  return fetched
    .filter(({ method }) => method === 'PUT')
    .map(({ headers, body }) => [headers.get('If-Match'), JSON.parse(body as string)]);
}

test('should save if the action is still what it was', async () => {
  const { saved, fetched } = await saving([tagged(ACTION, '"one"'), tagged({ ...ACTION, name: 'Mine' }, '"two"')]);

  assert.deepEqual(puts(fetched), [['"one"', { name: 'Mine' }]]);
  assert.equal(saved?.action.name, 'Mine');
  assert.deepEqual(saved?.taken, []);
});

test('should save with what a colleague changed, and say who did', async () => {
  const { saved, fetched, asked } = await saving([
    tagged(ACTION, '"one"'),
    outdated(THEIRS, '"two"'),
    changes(ROBIN, { ...ROBIN, at: ACTION.updated_at, user_name: 'Kim' }),
    tagged({ ...THEIRS, name: 'Mine' }, '"three"'),
    changes(ROBIN, { ...ROBIN, user_name: 'Kim', fields: ['is_active'] }),
  ]);

  assert.deepEqual(puts(fetched), [
    ['"one"', { name: 'Mine' }],
    ['"two"', { name: 'Mine' }],
  ]);
  assert.deepEqual(saved?.taken, ['config.url']);
  assert.equal(saved?.others, 'Robin');
  assert.deepEqual(asked, []);
});

test('should ask once about what both changed', async () => {
  const mine = { url: { url: 'https://mine.example.com/', openInNewTab: true, rest: {} } };
  const answers = () => [
    tagged(ACTION, '"one"'),
    outdated(THEIRS, '"two"'),
    changes(ROBIN),
    changes(ROBIN),
    tagged(THEIRS, '"three"'),
  ];

  const kept = await saving(answers(), mine);
  assert.deepEqual(kept.asked, [['Robin', ['config.url']]]);
  assert.deepEqual(puts(kept.fetched).at(-1), [
    '"two"',
    { config: { url: 'https://mine.example.com/', open_in_new_tab: true } },
  ]);

  const given = await saving(answers(), mine, new Map([['config.url', 'theirs']]));
  assert.deepEqual(puts(given.fetched).at(-1), ['"two"', {}]);
});

test('should save nothing if somebody would rather not', async () => {
  const mine = { url: { url: 'https://mine.example.com/', openInNewTab: true, rest: {} } };
  const fetched = answerFetches(tagged(ACTION, '"one"'), outdated(THEIRS, '"two"'), changes(), changes());
  const tokens = { token: () => Promise.resolve('t'), refuse: () => {} };
  const api = new ActionsApi(new ApiClient('', tokens, { answered: () => {}, failed: () => {} }));
  const original = await api.read('a1');

  const draft = { ...draftOf(original), ...mine };
  const saved = await new Saving(api, original, draft, () => Promise.resolve(undefined)).run();

  assert.equal(saved, undefined);
  assert.equal(puts(fetched).length, 1);
});

test('should go on as often as somebody else was faster', async () => {
  const again = { ...THEIRS, icon: 'mail', updated_at: '2026-01-03T00:00:00Z' };
  const { saved, fetched } = await saving([
    tagged(ACTION, '"one"'),
    outdated(THEIRS, '"two"'),
    changes(ROBIN),
    outdated(again, '"three"'),
    NO_CONNECTION,
    tagged({ ...again, name: 'Mine' }, '"four"'),
    changes(),
  ]);

  assert.deepEqual(
    puts(fetched).map((put) => (put as unknown[])[0]),
    ['"one"', '"two"', '"three"'],
  );
  assert.deepEqual(saved?.taken, ['config.url', 'icon']);
  assert.equal(saved?.others, 'Someone else');
});

test('should accuse nobody if its own answer was lost', async () => {
  const { saved, asked } = await saving([
    tagged(ACTION, '"one"'),
    outdated({ ...ACTION, name: 'Mine', updated_at: '2026-01-02T00:00:00Z' }, '"two"'),
    changes({ ...ROBIN, user_name: 'Me', fields: ['name'] }),
    tagged({ ...ACTION, name: 'Mine' }, '"two"'),
  ]);

  assert.deepEqual([saved?.taken, asked], [[], []]);
});

test('should read the tag first if it is not known', async () => {
  const { fetched } = await saving([success(ACTION), tagged(ACTION, 'W/"one"'), success(ACTION)]);

  assert.deepEqual(puts(fetched), [['"one"', { name: 'Mine' }]]);
});

test('should save all the same where a gateway drops tags or rewrites them', async () => {
  const dropped = await saving([success(ACTION), success(ACTION), success(ACTION)]);
  assert.deepEqual(puts(dropped.fetched), [[null, { name: 'Mine' }]]);

  const rewritten = await saving([tagged(ACTION, '"one-gzip"'), outdated(ACTION, '"one-gzip"'), success(ACTION)]);
  assert.deepEqual(puts(rewritten.fetched), [
    ['"one-gzip"', { name: 'Mine' }],
    [null, { name: 'Mine' }],
  ]);
});

test('should fail as the service does', async () => {
  await assert.rejects(saving([tagged(ACTION, '"one"'), failure(404)]), { status: 404 });
  await assert.rejects(saving([tagged(ACTION, '"one"'), NO_CONNECTION]), { kind: 'unreachable' });
});
