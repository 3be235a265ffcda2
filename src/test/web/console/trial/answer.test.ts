import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TrialResult } from 'web/console/api/contract';
import { jsonOf, sampleOf } from 'web/console/trial/answer';
import { contextIn } from 'web/console/trial/page-context';

function result(
  body: string | null,
  further: { type?: string; truncated?: boolean; data?: unknown } = {},
): TrialResult {
  const { type = 'application/json', truncated = false, data } = further;
  return {
    success: true,
    message: '',
    data,
    exchange: {
      request: { method: 'POST', url: '', headers: {}, body: '' },
      response: { status: 200, headers: { 'Content-Type': type }, body, truncated },
      timing: { dns_ms: null, connect_ms: null, tls_ms: null, first_byte_ms: null, total_ms: 1 },
    },
  };
}

test('should read any answer that is JSON', () => {
  assert.deepEqual(jsonOf(result('{"a":1}')), { a: 1 });
  assert.deepEqual(jsonOf(result('[1]', { type: 'text/plain' })), [1]);
  assert.equal(jsonOf(result('false')), false);
});

test('should read no other', () => {
  for (const type of ['text/html', 'text/xml; charset=utf-8', 'application/soap+xml', 'image/svg+xml']) {
    assert.equal(jsonOf(result('1', { type })), undefined);
  }
  assert.equal(jsonOf(result('<p>')), undefined);
  assert.equal(jsonOf(result('')), undefined);
  assert.equal(jsonOf(result(null)), undefined);
  assert.equal(jsonOf({ success: false, message: '' }), undefined);
});

test('should take the whole of an answer whose beginning alone is shown', () => {
  assert.deepEqual(jsonOf(result('{"a":', { truncated: true, data: { a: 1 } })), { a: 1 });
  assert.equal(jsonOf(result('{"a', { truncated: true, data: { body: '{"a…' } })), undefined);
  assert.equal(jsonOf(result('long text', { truncated: true, data: { body: 'long text' } })), undefined);
});

test('should preview with no answer that is too large', () => {
  assert.deepEqual(sampleOf({ a: 1 }), { a: 1 });
  assert.equal(sampleOf('x'.repeat(200_001)), undefined);
  assert.equal(sampleOf(undefined), undefined);
});

test('should read a context that is an object', () => {
  assert.deepEqual(contextIn(' '), {});
  assert.deepEqual(contextIn('{"a":1}'), { context: { a: 1 } });
  for (const text of ['[]', '1', 'null', '"x"']) {
    assert.match((contextIn(text) as { complaint: string }).complaint, /has to be a JSON object/);
  }
  assert.match((contextIn('{') as { complaint: string }).complaint, /is no JSON/);
});
