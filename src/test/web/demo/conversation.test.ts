import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversation } from 'web/demo/conversation';

function talkOf(id: string): ReturnType<typeof conversation> {
  return conversation({ id, display_name: 'Ada', phone_number: '+49', tags: [] });
}

test('should be the same for a contact each time, and another for others', () => {
  assert.deepEqual(talkOf('a0'), talkOf('a0'));
  assert.notDeepEqual(talkOf('a0'), talkOf('a1'));
});

test('should end with the answer of the agent', () => {
  for (const id of ['00', '7f', 'ff']) {
    const senders = talkOf(id).map(({ from }) => from);

    assert.equal(senders.at(-1), 'agent');
    assert.equal(senders.lastIndexOf('customer'), senders.length - 2);
  }
});

test('should begin with the answer where an id is not hexadecimal', () => {
  assert.deepEqual(
    talkOf('zz').map(({ from }) => from),
    ['agent'],
  );
});
