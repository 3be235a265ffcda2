import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Execution, Page } from 'web/console/api/contract';
import { collect } from 'web/console/history/collecting';
import { ServiceError } from 'web/shared/service-error';

const runs = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index}` })) as Execution[];
const page = (count: number, next: string | null): Page<Execution> => ({ entries: runs(count), next });

test('should read page after page to the end', async () => {
  const asked: Array<string | undefined> = [];
  const pages = [page(100, 'two'), page(0, 'three'), page(7, null)];
  const told: number[] = [];

  const { executions, isCut } = await collect(
    (before) => Promise.resolve(pages[asked.push(before) - 1]),
    (count) => told.push(count),
  );

  assert.deepEqual(asked, [undefined, 'two', 'three']);
  assert.equal(executions.length, 107);
  assert.equal(isCut, false);
  assert.deepEqual(told, [100, 100, 107]);
});

test('should end at ten thousand and say that there are more', async () => {
  let reads = 0;

  const { executions, isCut } = await collect(
    () => Promise.resolve(page(100, `${++reads}`)),
    () => {},
  );

  assert.equal(executions.length, 10_000);
  assert.equal(isCut, true);
  assert.equal(reads, 100);
});

test('should say that there are no more where the last page just fits', async () => {
  let reads = 0;

  const { executions, isCut } = await collect(
    () => Promise.resolve(page(100, ++reads === 100 ? null : 'next')),
    () => {},
  );

  assert.equal(executions.length, 10_000);
  assert.equal(isCut, false);
});

test('should not look for ever where a filter finds nothing', async () => {
  let reads = 0;

  const { executions, isCut } = await collect(
    () => Promise.resolve(page(0, `${++reads}`)),
    () => {},
  );

  assert.equal(executions.length, 0);
  assert.equal(isCut, true);
  assert.equal(reads, 400);
});

test('should take nothing where a page could not be read', async () => {
  let reads = 0;
  const read = () =>
    ++reads === 3 ? Promise.reject(new ServiceError('unreachable')) : Promise.resolve(page(1, 'next'));

  await assert.rejects(
    collect(read, () => {}),
    ServiceError,
  );
});
