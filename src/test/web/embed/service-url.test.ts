import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirectTarget, serviceOf, serviceUrl } from 'web/embed/service-url';

Object.assign(globalThis, { document: { baseURI: 'https://chat.example.com/inbox/42?tab=1' } });

const SERVICES: ReadonlyArray<[baseUrl: string, service: string]> = [
  ['https://actions.example.com', 'https://actions.example.com'],
  ['https://actions.example.com/', 'https://actions.example.com'],
  ['https://actions.example.com/x//', 'https://actions.example.com/x'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['https://actions.example.com/x?y=1#z', 'https://actions.example.com/x'],
  ['https://user:secret@actions.example.com/x', 'https://actions.example.com/x'],
  ['/actions', 'https://chat.example.com/actions'],
  ['actions/', 'https://chat.example.com/inbox/actions'],
  ['//actions.example.com', 'https://actions.example.com'],
];

for (const [baseUrl, service] of SERVICES) {
  test(`should find the service at ${baseUrl}`, () => {
    assert.equal(serviceUrl(baseUrl), service);
  });
}

const MODULES: ReadonlyArray<[module: string, service: string]> = [
  ['https://actions.example.com/assets/custom-actions-K4VCEDMY.js', 'https://actions.example.com/'],
  ['https://actions.example.com/x/y/assets/custom-actions.js', 'https://actions.example.com/x/y/'],
  ['https://actions.example.com/embed/0a1b2c3d4e5f6071/custom-actions.js', 'https://actions.example.com/'],
  ['https://actions.example.com/x/embed/0a1b2c3d4e5f6071/custom-actions.js', 'https://actions.example.com/x/'],
  // In a page's own bundle, by several bundlers.
  ['https://chat.example.com/app/assets/index-Bx81kd_P.js', '/'],
  ['https://chat.example.com/app/assets/element-Bx81kd_P.js', '/'],
  ['http://localhost:5173/node_modules/.vite/deps/@custom-actions_element.js?v=1a2b', '/'],
  ['file:///home/ada/chat/node_modules/@custom-actions/element/element.js', '/'],
];

for (const [module, service] of MODULES) {
  test(`should find the service of ${module}`, () => {
    assert.equal(serviceOf(module), service);
  });
}

for (const baseUrl of ['javascript:alert(1)', 'data:,x', 'file:///etc', 'https://', 'http://[x']) {
  test(`should find no service at ${baseUrl}`, () => {
    assert.throws(() => serviceUrl(baseUrl), TypeError);
  });
}

const REDIRECTS: ReadonlyArray<[redirect: string, target: string | undefined]> = [
  ['/r/abc', 'https://actions.example.com/x/r/abc'],
  ['/r/abc?d=1', 'https://actions.example.com/x/r/abc?d=1'],
  ['r/abc', 'https://actions.example.com/x/r/abc'],
  ['https://example.org/page', 'https://example.org/page'],
  ['http://example.org', 'http://example.org/'],
  ['//example.org/page', 'https://actions.example.com/x//example.org/page'],
  ['javascript:alert(1)', undefined],
  ['JavaScript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['mailto:ada@example.com', undefined],
  ['http://[x', undefined],
];

for (const [redirect, target] of REDIRECTS) {
  test(`should open ${target ?? 'nothing'} for ${redirect}`, () => {
    assert.equal(redirectTarget(redirect, 'https://actions.example.com/x'), target);
  });
}
