import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomAction } from 'web/console/api/contract';
import { usersOf } from 'web/console/secrets/users';

const ACTIONS = [
  { id: 'a', name: 'A', config: { url: 'https://x.example', headers: { 'X-Key': '{{ secret.crm | base64 }}' } } },
  { id: 'b', name: 'B', config: { url: 'https://x.example', body: '{{secret.crm_token}}' } },
  { id: 'c', name: 'C', config: { url: 'https://x.example', auth: { password: '{{{secret.crm}}}' } } },
] as unknown as readonly CustomAction[];

test('should find the actions that use a secret', () => {
  assert.deepEqual(
    usersOf({ name: 'crm', used_by: 2 }, ACTIONS).map(({ id }) => id),
    ['a', 'c'],
  );
  assert.deepEqual(
    usersOf({ name: 'crm_token', used_by: 1 }, ACTIONS).map(({ id }) => id),
    ['b'],
  );
  assert.deepEqual(usersOf({ name: 'unused', used_by: 0 }, ACTIONS), []);
});

test('should name none where configs do not tell of all', () => {
  assert.deepEqual(usersOf({ name: 'crm', used_by: 3 }, ACTIONS), []);
});
