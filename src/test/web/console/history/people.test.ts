import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Execution } from 'web/console/api/contract';
import { peopleIn, personOf } from 'web/console/history/people';

const ID = '0b0c5a6e-1111-4222-8333-444455556666';

test('should name whoever ran something', () => {
  assert.equal(personOf({ user_id: ID, user_name: 'Sam' }), 'Sam');
  assert.equal(personOf({ user_id: ID, user_name: null }), 'User 0b0c5a6e…');
  assert.equal(personOf({ user_id: 'agent-7', user_name: '' }), 'User agent-7');
});

test('should list who ran what by the newest name of each', () => {
  const entries = [
    { user_id: '2', user_name: 'Zoe' },
    { user_id: '1', user_name: 'Ada Byron' },
    { user_id: '1', user_name: 'Ada' },
  ] as unknown as Execution[];

  assert.deepEqual(
    [...peopleIn(entries)],
    [
      ['1', 'Ada Byron'],
      ['2', 'Zoe'],
    ],
  );
});
