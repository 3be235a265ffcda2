import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Runs } from 'web/embed/runs';

/** Runs for a contact that tests may change. */
function runsFor(contact: string | undefined): { readonly runs: Runs; show(contact: string | undefined): void } {
  let shown = contact;
  const runs = new Runs({ requestUpdate: () => {} }, () => shown);
  return { runs, show: (next) => (shown = next) };
}

test('should run an action once at a time', () => {
  const { runs } = runsFor('c1');

  const run = runs.begin('a1');

  assert.ok(run);
  assert.equal(runs.isRunning('a1'), true);
  assert.equal(runs.begin('a1'), undefined);
  assert.ok(runs.begin('a2'));
  runs.end(run, false);
  assert.equal(runs.isRunning('a1'), false);
  assert.ok(runs.begin('a1'));
});

test('should run nothing without a contact', () => {
  assert.equal(runsFor(undefined).runs.begin('a1'), undefined);
  assert.equal(runsFor('').runs.begin('a1'), undefined);
});

test('should run an action for each contact', () => {
  const { runs, show } = runsFor('c1');
  const run = runs.begin('a1');
  assert.ok(run);

  show('c2');

  assert.equal(runs.isRunning('a1'), false);
  assert.equal(runs.isWanted(run), false);
  assert.ok(runs.begin('a1'));
  show('c1');
  assert.equal(runs.isRunning('a1'), true);
  assert.equal(runs.isWanted(run), true);
});

test('should have a key for each click', () => {
  const { runs } = runsFor('c1');
  const first = runs.begin('a1');
  assert.ok(first);
  runs.end(first, false);

  assert.notEqual(runs.begin('a1')?.key, first.key);
});

test('should make the same click again until its outcome is known', () => {
  const { runs, show } = runsFor('c1');
  const first = runs.begin('a1');
  assert.ok(first);
  runs.end(first, true);

  show('c2');
  const other = runs.begin('a1');
  assert.notEqual(other?.key, first.key);

  show('c1');
  const second = runs.begin('a1');
  assert.ok(second);
  assert.equal(second.key, first.key);
  runs.end(second, false);
  assert.notEqual(runs.begin('a1')?.key, first.key);
});

test('should make another click of other inputs, and the same one of another context', () => {
  const { runs } = runsFor('c1');
  const first = runs.begin('a1', { inputs: { reason: 'late' }, context: { draft: 'a' } });
  assert.ok(first);
  runs.end(first, true);

  const same = runs.begin('a1', { inputs: { reason: 'late' }, context: { draft: 'b' } });
  assert.equal(same?.key, first.key);
  assert.deepEqual(same?.sent, first.sent);
  runs.end(first, true);

  assert.notEqual(runs.begin('a1', { inputs: { reason: 'early' } })?.key, first.key);
});
