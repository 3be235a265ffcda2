import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changed,
  countOf,
  filtersIn,
  type HistoryFilters,
  isSame,
  parametersOf,
} from 'web/console/api/history-filters';

const read = (query: string) => filtersIn(new URLSearchParams(query));

const ALL: HistoryFilters = {
  action_id: 'a1',
  success: 'false',
  outcome: 'timeout',
  state: 'failed',
  user_id: 'sam & co=1',
  contact_id: '12@c.us',
  from: '2026-03-04T05:06:07Z',
  to: '2026-03-05T00:00:00Z',
};

test('should lead from filters to an address and back', () => {
  assert.deepEqual(read(parametersOf(ALL).toString()), ALL);
  assert.equal(countOf(ALL), 8);
});

test('should know the same filters whatever order they are in', () => {
  assert.equal(isSame({ outcome: 'tls', user_id: 'sam' }, { user_id: 'sam', outcome: 'tls' }), true);
  assert.equal(isSame({ outcome: 'tls' }, { outcome: 'tls', user_id: 'sam' }), false);
  assert.equal(isSame({}, {}), true);
});

test('should bring times into the zone of the service', () => {
  assert.deepEqual(read('from=2026-03-04T00:30%2B01:00&to=2026-03-04T00:00:00.250Z'), {
    from: '2026-03-03T23:30:00Z',
    to: '2026-03-04T00:00:00.250Z',
  });
});

const NO_FILTERS = [
  '',
  'success=maybe',
  'success=TRUE',
  'state=xyz',
  'state=Pending',
  'from=yesterday',
  'from=2026-03-04',
  'from=2026-13-04T00:00:00Z',
  'from=2026-03-04T00:00:00',
  'to=99999-01-01T00:00:00Z',
  'to=9999-12-31T23:59:59-10:00',
  'to=1',
  'user_id=%00',
  'user_id=a%0Ab',
  `contact_id=${'1'.repeat(501)}`,
  'outcome=',
  'other=1',
  'constructor=1',
];

for (const query of NO_FILTERS) {
  test(`should take "${query.slice(0, 40)}" for no filter`, () => {
    assert.deepEqual(read(query), {});
  });
}

test('should change some and take away those that are emptied', () => {
  assert.deepEqual(changed({ outcome: 'tls', user_id: 'sam' }, { outcome: '', success: 'true' }), {
    user_id: 'sam',
    success: 'true',
  });
});
