import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretsToStore, usedSecrets, withoutNewSecrets, withSecrets } from 'web/console/editor/new-secrets';

const CRM = { name: 'crm', label: 'CRM', value: 'abc' };
const EMPTY = { name: 'other', label: 'Other', value: '' };
const CONFIG = { url: 'https://x.example/{{secret.crm}}', headers: { A: 'Bearer {{ secret.other | base64}}' } };

test('should store what is used and has a value', () => {
  assert.deepEqual(usedSecrets([CRM, EMPTY], CONFIG), [CRM, EMPTY]);
  assert.deepEqual(secretsToStore([CRM, EMPTY], CONFIG), [CRM]);
  assert.deepEqual(usedSecrets([CRM], { url: 'https://x.example/{{secret.crm_2}}' }), []);
});

test('should have each secret once, the newest', () => {
  assert.deepEqual(withSecrets([CRM, EMPTY], [{ ...CRM, value: 'new' }]), [EMPTY, { ...CRM, value: 'new' }]);
});

test('should preview texts as long in the place of secrets that are not stored yet', () => {
  assert.deepEqual(withoutNewSecrets(CONFIG, [CRM, EMPTY]), {
    url: 'https://x.example/{{"********"}}',
    headers: { A: 'Bearer {{ "**********" | base64}}' },
  });
  assert.deepEqual(withoutNewSecrets(CONFIG, []), CONFIG);
  assert.deepEqual(withoutNewSecrets({ url: '{{secret.crm_2}} secret.crm' }, [CRM]), {
    url: '{{secret.crm_2}} secret.crm',
  });
});
