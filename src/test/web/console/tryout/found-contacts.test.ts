import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FoundContacts } from 'web/console/tryout/found-contacts';
import { ServiceError } from 'web/shared/service-error';
import type { Contact } from 'web/console/api/contract';

const ADA = { id: 'user+7', display_name: 'Ada' } as Contact;
const { signal } = new AbortController();

const refused = (status: number): ServiceError => new ServiceError('refused', { status });

/** A service without a search, and what it was asked for. */
function withoutSearch(contact: (id: string) => Promise<Contact>) {
  const asked: string[] = [];
  const found = new FoundContacts(() => ({
    contacts: (search: string) => {
      asked.push(`search ${search}`);
      return Promise.reject(refused(404));
    },
    contact: (id: string) => {
      asked.push(`id ${id}`);
      return contact(id);
    },
  }));
  return { asked, found };
}

test('should search where the service can', async () => {
  const found = new FoundContacts(() => ({
    contacts: (search: string) => Promise.resolve(search === 'ad' ? [ADA] : []),
    contact: () => assert.fail('asked for one'),
  }));

  assert.deepEqual(await found.find('ad', signal), [ADA]);
  assert.deepEqual(await found.find('x', signal), []);
  assert.equal(found.isById, false);
});

test('should take an id where the service cannot search, and not ask again whether it can', async () => {
  const { asked, found } = withoutSearch(() => Promise.resolve(ADA));

  assert.deepEqual(await found.find('', signal), []);
  assert.deepEqual(await found.find('user+7', signal), [ADA]);

  assert.equal(found.isById, true);
  assert.deepEqual(asked, ['search ', 'id user+7']);
});

test('should find nothing by an id that no contact has', async () => {
  const { found } = withoutSearch(() => Promise.reject(refused(404)));

  assert.deepEqual(await found.find('nobody', signal), []);
});

test('should say what else went wrong', async () => {
  const { found } = withoutSearch(() => Promise.reject(refused(403)));

  await assert.rejects(() => found.find('secret', signal), ServiceError);
});
