import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextOf, conversation } from 'web/demo/conversation';

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

test('should hand over what the customer said last', () => {
  const contact = { id: 'a1', display_name: 'Ada', phone_number: '+49', tags: [] };
  const context = contextOf(contact, conversation(contact));

  assert.equal(context.conversation.id, 4600 + 0xa1);
  assert.equal(context.conversation.last_message, 'Ours seems to have been lost.');
  assert.equal(contextOf(contact, []).conversation.last_message, undefined);
});
