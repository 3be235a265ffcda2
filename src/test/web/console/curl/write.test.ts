import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCurl } from 'web/console/curl/command';
import { writeCurl } from 'web/console/curl/write';

test('should write a request line by line', () => {
  const command = writeCurl({
    method: 'PUT',
    url: "https://x.example/?q=it's",
    headers: { 'Content-Type': 'application/json', 'X-Empty': '' },
    body: '{"a":"b\'c"}',
  });

  assert.equal(
    command,
    `curl -X PUT 'https://x.example/?q=it'\\''s' \\
  -H 'Content-Type: application/json' \\
  -H 'X-Empty;' \\
  --data-raw '{"a":"b'\\''c"}'`,
  );
});

test('should name no method that curl takes by itself', () => {
  assert.equal(
    writeCurl({ method: 'GET', url: 'https://x.example', headers: {}, body: '' }),
    "curl 'https://x.example'",
  );
  assert.match(writeCurl({ method: 'POST', url: 'https://x.example', headers: {}, body: 'x' }), /^curl 'https/);
  assert.match(writeCurl({ method: 'POST', url: 'https://x.example', headers: {}, body: '' }), /^curl -X POST/);
});

test('should leave out what nobody may see', () => {
  const command = writeCurl({
    method: 'POST',
    url: 'https://api.telegram.org/bot123:ABC/send?token=abc&x=1',
    headers: {
      Authorization: 'Bearer s3cret',
      'X-Custom': 's3cret',
      Accept: 'text/plain',
      'Notion-Version': '2022-06-28',
    },
    body: '{"password":"s3cret","note":"kept"}',
  });

  assert.doesNotMatch(command, /s3cret|123:ABC|=abc/);
  assert.match(command, /Authorization: Bearer \*{8}'/);
  assert.match(command, /X-Custom: \*{8}'/);
  assert.match(command, /Accept: text\/plain/);
  assert.match(command, /Notion-Version: 2022-06-28/);
  assert.match(command, /"note":"kept"/);
  assert.match(command, /[?]token=\*{8}&x=1/);
});

test('should write what it reads', () => {
  const shown = {
    method: 'PATCH',
    url: 'https://x.example/a?b=c&d=%20',
    headers: { 'Content-Type': 'text/plain', Accept: '*/*' },
    body: 'It\'s "quoted" \\ $HOME `x`\nand goes on',
  };

  const { request } = readCurl(writeCurl(shown));

  assert.deepEqual(
    { method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body: request.body },
    shown,
  );
});
