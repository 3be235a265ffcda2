import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionsApi } from 'web/console/api/actions-api';
import type { CustomAction } from 'web/console/api/contract';
import { Catalog } from 'web/console/app/catalog';
import { ServiceError } from 'web/shared/service-error';

function action(id: string, display_order = 0): CustomAction {
  return { id, name: id, display_order } as CustomAction;
}

/** A service with actions that tests may change, and what it was asked. */
class Service {
  actions: readonly CustomAction[] = [action('a', 1), action('b', 5)];
  failure: Error | undefined;
  roles = 0;

  list(): Promise<readonly CustomAction[]> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.actions);
  }

  isManager(): Promise<boolean> {
    this.roles++;
    return Promise.resolve(true);
  }

  order(ids: readonly string[]): Promise<readonly CustomAction[]> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(ids.map((id, place) => action(id, place)));
  }
}

async function loaded(service = new Service()): Promise<{ catalog: Catalog; service: Service }> {
  const catalog = new Catalog({ requestUpdate: () => {} }, service as unknown as ActionsApi);
  await catalog.load();
  return { catalog, service };
}

function idsIn(catalog: Catalog): readonly string[] | undefined {
  return catalog.actions?.map(({ id }) => id);
}

test('should read the actions, and once whether the user is a manager', async () => {
  const { catalog, service } = await loaded();
  await catalog.load();

  assert.deepEqual(idsIn(catalog), ['a', 'b']);
  assert.equal(catalog.isManager, true);
  assert.equal(service.roles, 1);
});

test('should ask for the role again once somebody else may be signed in', async () => {
  const { catalog, service } = await loaded();

  catalog.doubtRole();
  await catalog.load();

  assert.equal(service.roles, 2);
});

test('should keep what it has where reading fails, and say why', async () => {
  const { catalog, service } = await loaded();
  service.failure = new ServiceError('unreachable');

  await catalog.load();
  assert.deepEqual(idsIn(catalog), ['a', 'b']);
  assert.equal(catalog.error, service.failure);

  service.failure = undefined;
  await catalog.load();
  assert.equal(catalog.error, undefined);
});

test('should read again where an action was changed while it read', async () => {
  const { catalog, service } = await loaded();

  const reading = catalog.load();
  catalog.put(action('c', 6));
  service.actions = [...service.actions, action('c', 6), action('d', 7)];
  await reading;

  assert.deepEqual(idsIn(catalog), ['a', 'b', 'c', 'd']);
});

test('should show nothing of what was read for somebody else', async () => {
  const { catalog } = await loaded();

  const reading = catalog.load();
  catalog.doubtRole();
  catalog.clear();
  await reading;

  assert.equal(catalog.actions, undefined);
  assert.equal(catalog.isManager, undefined);
});

test('should replace an action, add one at the end and take one out', async () => {
  const { catalog } = await loaded();

  catalog.put({ ...action('a', 1), name: 'renamed' } as CustomAction);
  catalog.put(action('c', 9));
  catalog.remove('b');

  assert.deepEqual(idsIn(catalog), ['a', 'c']);
  assert.equal(catalog.find('a')?.name, 'renamed');
  assert.equal(catalog.find('b'), undefined);
});

test('should put the actions in an order at once, and then in that of the service', async () => {
  const { catalog } = await loaded();

  const ordering = catalog.order(['b', 'a']);
  assert.deepEqual(idsIn(catalog), ['b', 'a']);
  await ordering;

  assert.deepEqual(
    catalog.actions?.map(({ display_order }) => display_order),
    [0, 1],
  );
});

test('should go back to the order there was where the service refuses another', async () => {
  const { catalog, service } = await loaded();
  service.failure = new ServiceError('refused', { status: 403 });

  await assert.rejects(catalog.order(['b', 'a']), service.failure);

  assert.deepEqual(idsIn(catalog), ['a', 'b']);
});

test('should have a place after all others', async () => {
  const { catalog } = await loaded();
  assert.equal(catalog.nextPlace, 6);

  const none = new Service();
  none.actions = [];
  assert.equal((await loaded(none)).catalog.nextPlace, 0);
});
