import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'web/console/api/contract';
import { Pages } from 'web/console/history/pages';
import { ServiceError } from 'web/shared/service-error';

type Read = (before: string | undefined) => Promise<Page<string>>;

const HOST = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

/** Two pages. */
const BOOK: Read = (before) =>
  Promise.resolve(before ? { entries: ['one'], next: null } : { entries: ['three', 'two'], next: 'two' });

test('should be empty before anything is read', () => {
  const pages = new Pages(HOST, BOOK);

  assert.deepEqual(pages.entries, []);
  assert.equal(pages.hasMore, false);
  assert.equal(pages.isLoading, false);
});

test('should read page after page', async () => {
  const pages = new Pages(HOST, BOOK);

  await pages.first();
  assert.deepEqual(pages.entries, ['three', 'two']);
  assert.equal(pages.hasMore, true);

  await pages.more();
  assert.deepEqual(pages.entries, ['three', 'two', 'one']);
  assert.equal(pages.hasMore, false);
});

test('should begin anew with the newest', async () => {
  const pages = new Pages(HOST, BOOK);

  await pages.first();
  await pages.more();
  await pages.first();

  assert.deepEqual(pages.entries, ['three', 'two']);
  assert.equal(pages.hasMore, true);
});

test('should keep what was read while it reads, and where that fails', async () => {
  const error = new ServiceError('unreachable');
  let isAway = false;
  const pages = new Pages(HOST, (before) => (isAway ? Promise.reject(error) : BOOK(before)));
  await pages.first();
  isAway = true;

  const more = pages.more();
  assert.equal(pages.isLoading, true);
  assert.deepEqual(pages.entries, ['three', 'two']);
  await more;

  assert.equal(pages.error, error);
  assert.equal(pages.isLoading, false);
  assert.deepEqual(pages.entries, ['three', 'two']);

  isAway = false;
  await pages.more();
  assert.equal(pages.error, undefined);
  assert.deepEqual(pages.entries, ['three', 'two', 'one']);
});

test('should take the answer to the last question, whichever comes first', async () => {
  const answers: Array<(page: Page<string>) => void> = [];
  const pages = new Pages<string>(HOST, () => new Promise((resolve) => answers.push(resolve)));

  const first = pages.first();
  const second = pages.first();
  answers[1]({ entries: ['new'], next: null });
  await second;
  answers[0]({ entries: ['old'], next: 'older' });
  await first;

  assert.deepEqual(pages.entries, ['new']);
  assert.equal(pages.hasMore, false);
});

test('should take no answer that comes after it was taken away', async () => {
  const pages = new Pages(HOST, BOOK);

  const reading = pages.first();
  pages.hostDisconnected();
  await reading;

  assert.deepEqual(pages.entries, []);
});

test('should show nothing of another list once it begins anew', async () => {
  let isAway = false;
  const pages = new Pages(HOST, (before) => (isAway ? Promise.reject(new ServiceError('unreachable')) : BOOK(before)));
  await pages.first();
  isAway = true;

  const reading = pages.anew();
  assert.deepEqual(pages.entries, []);
  assert.equal(pages.hasMore, false);
  await reading;

  assert.ok(pages.error);
  assert.deepEqual(pages.entries, []);
});

test('should read again what could not be read', async () => {
  let isAway = false;
  const pages = new Pages(HOST, (before) => (isAway ? Promise.reject(new ServiceError('unreachable')) : BOOK(before)));
  await pages.first();
  isAway = true;
  await pages.more();
  isAway = false;

  await pages.again();

  assert.deepEqual(pages.pages, [['three', 'two'], ['one']]);
  assert.equal(pages.error, undefined);
});

test('should go on behind pages in which a filter found nothing, but not for ever', async () => {
  const asked: Array<string | undefined> = [];
  const pages = new Pages<string>(HOST, (before) => {
    asked.push(before);
    return Promise.resolve(
      asked.length === 8 ? { entries: ['found'], next: null } : { entries: [], next: `${asked.length}` },
    );
  });

  await pages.anew();
  assert.deepEqual(asked, [undefined, '1', '2', '3', '4']);
  assert.deepEqual(pages.pages, []);
  assert.equal(pages.hasMore, true);

  await pages.more();
  assert.deepEqual(pages.pages, [['found']]);
  assert.equal(pages.hasMore, false);
});

test('should throw on what is no error of the service', async () => {
  const pages = new Pages(HOST, () => Promise.reject(new TypeError('a fault of the page')));

  await assert.rejects(pages.first(), TypeError);
});
