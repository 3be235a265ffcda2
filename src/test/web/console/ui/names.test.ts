import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contact } from 'web/console/api/contract';
import { contactNames, type Names } from 'web/console/ui/names';
import { ServiceError } from 'web/shared/service-error';

interface Asked {
  readonly id: string;
  answer(name: string): void;
  fail(error: unknown): void;
}

function names(): { names: Names; asked: Asked[] } {
  const asked: Asked[] = [];
  const contact = (id: string) =>
    new Promise<Contact>((resolve, reject) => {
      const answer = (name: string) => resolve({ id, display_name: name, phone_number: '' });
      asked.push({ id, answer, fail: reject });
    });
  return { names: contactNames(() => ({ contact })), asked };
}

function host() {
  const heard = { count: 0, requestUpdate: () => void heard.count++ };
  return heard;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('should read each name once and tell those who asked', async () => {
  const { names: known, asked } = names();
  const [one, other] = [host(), host()];
  assert.equal(known.of('a', one), undefined);
  assert.equal(known.of('a', one), undefined);
  assert.equal(known.of('a', other), undefined);

  asked[0].answer('Ada');
  await settled();

  assert.equal(known.of('a', one), 'Ada');
  assert.equal(asked.length, 1);
  assert.deepEqual([one.count, other.count], [1, 1]);
});

test('should read four at once and then the others', async () => {
  const { names: known, asked } = names();
  ['a', 'b', 'c', 'd', 'e', 'f'].forEach((id) => known.of(id, host()));
  assert.equal(asked.length, 4);

  asked[0].answer('Ada');
  asked[1].fail(new ServiceError('unreachable'));
  await settled();

  assert.deepEqual(
    asked.map(({ id }) => id),
    ['a', 'b', 'c', 'd', 'e', 'f'],
  );
});

test('should know one that is gone from one that could not be read', async () => {
  const { names: known, asked } = names();
  known.of('gone', host());
  known.of('away', host());

  asked[0].fail(new ServiceError('refused', { status: 404 }));
  asked[1].fail(new ServiceError('unexpected', { status: 404 }));
  await settled();

  assert.equal(known.of('gone', host()), null);
  assert.equal(known.of('away', host()), undefined);
  assert.equal(asked.length, 2);
});

test('should take a name that is known from elsewhere', () => {
  const { names: known, asked } = names();
  known.put('a', 'Ada');

  assert.equal(known.of('a', host()), 'Ada');
  assert.equal(asked.length, 0);
});
