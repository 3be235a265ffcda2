import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionDocument, ImportReport } from 'web/console/api/contract';
import { planned } from 'web/console/transfer/plan';
import { nameOf } from 'web/console/transfer/document';
import { ServiceError } from 'web/shared/service-error';

const FORMAT = 'custom-actions/1';
const STORED = [{ name: 'Old', icon: 'zap' }, { name: 'Same' }, { name: 'Twin' }, { name: 'Twin' }];

function documentOf(...names: readonly string[]): ActionDocument {
  return { format: FORMAT, custom_actions: names.map((name) => ({ name, icon: 'link' })) };
}

/** Refuses actions by their names, all that it is given at once. */
function service(refused: Readonly<Record<string, string>> = {}, warned: Readonly<Record<string, string>> = {}) {
  const calls: (readonly string[])[] = [];
  const tryOut = (document: ActionDocument): Promise<ImportReport> => {
    const names = document.custom_actions.map(nameOf);
    calls.push(names);
    const told = (messages: Readonly<Record<string, string>>) =>
      names.flatMap((name, place) =>
        messages[name] ? [{ field: `custom_actions[${place}].config.url`, message: messages[name] }] : [],
      );
    if (told(refused).length > 0) {
      return Promise.reject(
        new ServiceError('refused', { status: 400, message: 'Something is wrong', fields: told(refused) }),
      );
    }
    return Promise.resolve({
      created: names.filter((name) => !['Old', 'Same'].includes(name)),
      updated: names.filter((name) => name === 'Old'),
      unchanged: names.filter((name) => name === 'Same'),
      warnings: told(warned),
    });
  };
  return { calls, tryOut };
}

test('should tell what becomes of each action', async () => {
  const { tryOut } = service();

  const { actions, document, failure } = await planned(documentOf('New', 'Old', 'Same'), STORED, tryOut);

  assert.deepEqual(
    actions.map(({ name, fate }) => [name, fate]),
    [
      ['New', 'created'],
      ['Old', 'updated'],
      ['Same', 'unchanged'],
    ],
  );
  assert.deepEqual(actions[1].changes, [{ field: 'icon', before: 'zap', after: 'link' }]);
  assert.equal(document?.custom_actions.length, 3);
  assert.equal(failure, '');
});

test('should leave out what is refused, and ask again for the rest', async () => {
  const { calls, tryOut } = service({ Bad: 'URL is required' });

  const { actions, document } = await planned(documentOf('New', 'Bad', 'Old'), STORED, tryOut);

  assert.deepEqual(calls, [
    ['New', 'Bad', 'Old'],
    ['New', 'Old'],
  ]);
  assert.deepEqual(actions[1], { name: 'Bad', fate: 'refused', changes: [], remarks: ['URL is required'] });
  assert.deepEqual(document?.custom_actions.map(nameOf), ['New', 'Old']);
});

test('should put warnings at their actions, also where others are left out before them', async () => {
  const { tryOut } = service({ Bad: 'URL is required' }, { Old: 'Old has no header now' });

  const { actions } = await planned(documentOf('Bad', 'New', 'Old'), STORED, tryOut);

  assert.deepEqual(
    actions.map(({ remarks }) => remarks),
    [['URL is required'], [], ['Old has no header now']],
  );
});

test('should refuse names that are not unique without asking', async () => {
  const { calls, tryOut } = service();

  const { actions } = await planned(documentOf('Both', 'Both', 'Twin', 'New'), STORED, tryOut);

  assert.deepEqual(
    actions.map(({ fate }) => fate),
    ['refused', 'refused', 'refused', 'created'],
  );
  assert.match(actions[0].remarks[0], /The file has several/);
  assert.match(actions[2].remarks[0], /Your organization has several/);
  assert.deepEqual(calls, [['New']]);
});

test('should import nothing where all is refused', async () => {
  const { tryOut } = service({ Bad: 'URL is required' });

  const { actions, document } = await planned(documentOf('Bad'), STORED, tryOut);

  assert.equal(actions.length, 1);
  assert.equal(document, undefined);
});

test('should say why nothing at all can be imported', async () => {
  const { failure, document } = await planned(documentOf('New'), STORED, () =>
    Promise.reject(
      new ServiceError('refused', { status: 409, message: 'An organization can have at most 1,000 actions' }),
    ),
  );

  assert.equal(failure, 'An organization can have at most 1,000 actions');
  assert.equal(document, undefined);
});
