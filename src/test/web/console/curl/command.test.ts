import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCurl, readCurl } from 'web/console/curl/command';
import type { CurlRequest } from 'web/console/curl/request';

const FORM = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
const JSON_TYPE = ['Content-Type', 'application/json'] as const;

/** Commands as documentation, browsers and people write them, and what they send. */
const COMMANDS: ReadonlyArray<readonly [name: string, command: string, sent: Partial<CurlRequest>]> = [
  ['a URL alone', 'curl https://api.example.com/me', { method: 'GET', url: 'https://api.example.com/me', body: '' }],
  ['a URL without a scheme', 'curl api.example.com', { url: 'https://api.example.com' }],
  ['a host that begins like a scheme', 'curl httpbin.org/get', { url: 'https://httpbin.org/get' }],
  ['a port behind http', 'curl http:8080/a', { url: 'https://http:8080/a' }],
  ['a prompt', '$ curl https://api.example.com/', { url: 'https://api.example.com/' }],
  ['a prompt with a name', 'ada@host:~/x$ curl https://x.example', { url: 'https://x.example' }],
  ['a prompt of zsh', 'ada@mac ~ % curl https://x.example', { url: 'https://x.example' }],
  ['a prompt in brackets', '[root@host x]# curl https://x.example', { url: 'https://x.example' }],
  ['more rights', '$ sudo curl https://x.example', { url: 'https://x.example' }],
  [
    'a block of Markdown',
    "```bash\ncurl https://x.example \\\n  -H 'A: b'\n```\nThen look.",
    { headers: [['A', 'b']] },
  ],
  ['a piece of code in Markdown', '`curl https://x.example`', { url: 'https://x.example' }],
  [
    'prompts of lines that go on',
    "$ curl https://x.example \\\n> -H 'A: b' \\\n>   -d 'x\\\n> y'",
    { headers: [['A', 'b'], FORM], body: 'x\\\n> y' },
  ],
  [
    'prompts of cmd',
    'C:\\> curl https://x.example ^\r\nMore? -H "A: b" ^\r\nMore? -d "c=d"',
    { headers: [['A', 'b'], FORM], body: 'c=d' },
  ],
  ['an output in a line of its own', 'curl https://x.example \\\n> out.json', { url: 'https://x.example' }],
  ['what has no width', 'curl\u00a0\u200bhttps://x.example\u200b -H "A: b"', { url: 'https://x.example' }],
  [
    'placeholders without quotes',
    `curl https://x.example/<id>/<a.b>?c=<d> -H 'A: b' -u <user>:<password> > out`,
    {
      url: 'https://x.example/<id>/<a.b>?c=<d>',
      headers: [['A', 'b']],
      user: { name: '<user>', password: '<password>' },
    },
  ],
  [
    'bytes of UTF-8, and characters as browsers write them',
    `curl https://x.example -d $'caf\\xc3\\xa9 \\303\\244 \\xe9 \\x41'`,
    { body: 'café ä é A' },
  ],
  [
    'more than one section in a URL',
    'curl "https://x.example/?a={{#b}}1{{/b}}&c={{#d}}2{{/d}}"',
    {
      url: 'https://x.example/?a={{#b}}1{{/b}}&c={{#d}}2{{/d}}',
    },
  ],
  [
    'an address of email as the user in the URL',
    'curl https://ada@example.com:p@ss@x.example/a',
    { url: 'https://x.example/a', user: { name: 'ada@example.com', password: 'p@ss' } },
  ],
  ['a path of curl', '/usr/bin/curl https://api.example.com/', { url: 'https://api.example.com/' }],
  [
    'lines that go on behind a backslash',
    `curl -X POST https://api.example.com/v2/tickets \\
  -H "Content-Type: application/json" \\
  -H 'Accept: text/plain' \\
  -d '{"subject": "It'"'"'s late"}'`,
    {
      method: 'POST',
      url: 'https://api.example.com/v2/tickets',
      headers: [JSON_TYPE, ['Accept', 'text/plain']],
      body: '{"subject": "It\'s late"}',
    },
  ],
  [
    'blanks behind a backslash, and lines of Windows',
    'curl https://api.example.com/ \\  \r\n  -H "A: b" \\\r\n  --request PUT',
    { method: 'PUT', headers: [['A', 'b']] },
  ],
  [
    'lines whose breaks got lost',
    `curl https://x.example \\ -H 'A: b' \\  -d 'it'\\''s'"'"'x'`,
    { method: 'POST', headers: [['A', 'b'], FORM], body: "it's'x" },
  ],
  ['a blank behind a backslash in a word', 'curl https://x.example -d a\\ b', { body: 'a b' }],
  [
    'lines whose backslash was forgotten',
    "curl https://api.example.com/\n  -H 'A: b'\n  -d x=1",
    { method: 'POST', headers: [['A', 'b'], FORM], body: 'x=1' },
  ],
  [
    'a body over several lines',
    `curl --location --request POST 'https://api.example.com/x' \\
--header 'Content-Type: application/json' \\
--data-raw '{
    "name": "Ada",
    "tags": ["a", "b"]
}'`,
    {
      method: 'POST',
      followsRedirects: true,
      headers: [JSON_TYPE],
      body: '{\n    "name": "Ada",\n    "tags": ["a", "b"]\n}',
    },
  ],
  [
    'what Chrome copies for bash',
    `curl 'https://app.example.com/api/items?x=1&y=2' \\
  -H 'accept: application/json' \\
  -H 'content-type: application/json' \\
  -H 'sec-ch-ua: "Chromium";v="130"' \\
  -H 'priority: u=1, i' \\
  -b 'session=abc; theme=dark' \\
  --data-raw $'{"text":"It\\'s \\u0041\\n\\x42 \\ud83d\\ude00"}' \\
  --compressed`,
    {
      method: 'POST',
      url: 'https://app.example.com/api/items?x=1&y=2',
      headers: [
        ['Cookie', 'session=abc; theme=dark'],
        ['accept', 'application/json'],
        ['content-type', 'application/json'],
      ],
      body: '{"text":"It\'s A\nB 😀"}',
    },
  ],
  [
    'what Chrome copies for cmd',
    'curl ^"https://app.example.com/api?a=1^&b=%20^" ^\r\n  -H ^"accept: */*^" ^\r\n  -H ^"content-type: application/json^" ^\r\n' +
      '  --data-raw ^"^{^\\^"name^\\^":^\\^"Ada ^& Bob^\\^"^}^"',
    {
      method: 'POST',
      url: 'https://app.example.com/api?a=1&b=%20',
      headers: [
        ['accept', '*/*'],
        ['content-type', 'application/json'],
      ],
      body: '{"name":"Ada & Bob"}',
    },
  ],
  [
    'cmd with quotes in quotes',
    'curl -X POST "https://api.example.com/" ^\n -H "Content-Type: application/json" ^\n -d "{\\"a\\": \\"b c\\"}"',
    { body: '{"a": "b c"}', headers: [JSON_TYPE] },
  ],
  ['cmd with doubled quotes', 'curl "https://api.example.com/" ^\n -d "{""a"": 1}"', { body: '{"a": 1}' }],
  [
    'cmd with doubled quotes in one line',
    'curl "https://api.example.com/" -H "A: b" --data-binary "{""a"":{""b"":""c d"",""e"":""""}}" --compressed',
    { body: '{"a":{"b":"c d","e":""}}', headers: [['A', 'b'], FORM] },
  ],
  [
    'sh with empty texts in JSON',
    `curl https://api.example.com/ -d '{"a":"","":["",""]}' -H "A: "`,
    { body: '{"a":"","":["",""]}' },
  ],
  [
    'PowerShell',
    'curl.exe -X POST "https://api.example.com/x" `\n  -H "Content-Type: application/json" `\n  -d \'{"a": "it\'\'s"}\'',
    { url: 'https://api.example.com/x', body: '{"a": "it\'s"}' },
  ],
  [
    'PowerShell with escaped quotes',
    'curl.exe https://api.example.com/ `\n --json "{\\"a\\": `"b`"}"',
    { body: '{"a": "b"}' },
  ],
  [
    'PowerShell before 7.3',
    `PS C:\\Users\\ada> curl.exe https://api.example.com/ --json '{\\"a\\": 1}'`,
    { body: '{"a": 1}', method: 'POST' },
  ],
  [
    'Stripe: a user without a password, and a form',
    `curl https://api.stripe.com/v1/charges \\
  -u sk_test_EXAMPLE: \\
  -d amount=2000 \\
  -d currency=usd \\
  -d "metadata[order_id]"=6735`,
    {
      method: 'POST',
      user: { name: 'sk_test_EXAMPLE', password: '' },
      headers: [FORM],
      body: 'amount=2000&currency=usd&metadata[order_id]=6735',
    },
  ],
  [
    'Twilio: fields that are encoded',
    `curl -X POST "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json" \\
--data-urlencode "To=+15558675310" --data-urlencode "Body=Hi there & more" --data-urlencode '=a b' --data-urlencode 'c d' \\
-u AC1:token`,
    {
      body: 'To=%2B15558675310&Body=Hi%20there%20%26%20more&a%20b&c%20d',
      user: { name: 'AC1', password: 'token' },
    },
  ],
  [
    'a query of -G',
    'curl -G https://api.example.com/search?x=1 --data-urlencode "q=a b" -d y=2',
    { method: 'GET', url: 'https://api.example.com/search?x=1&q=a%20b&y=2', body: '', headers: [] },
  ],
  [
    'a query before a fragment',
    'curl -G -d a=1 "https://api.example.com/#top"',
    { url: 'https://api.example.com/?a=1#top' },
  ],
  ['--url-query', 'curl --url-query "q=a b" https://x.example', { url: 'https://x.example?q=a%20b', method: 'GET' }],
  [
    '--json',
    `curl --json '{"a":1}' https://api.example.com/`,
    { method: 'POST', headers: [JSON_TYPE, ['Accept', 'application/json']], body: '{"a":1}' },
  ],
  ['--json in parts', `curl --json '{"a":' --json '1}' https://api.example.com/`, { body: '{"a":1}' }],
  [
    '--json with types of its own',
    `curl -H 'content-type: application/vnd.api+json' --json '{}' https://api.example.com/`,
    {
      headers: [
        ['content-type', 'application/vnd.api+json'],
        ['Accept', 'application/json'],
      ],
    },
  ],
  ['--data-raw with an at sign', "curl --data-raw '@ada' https://x.example", { body: '@ada' }],
  ['letters together', 'curl -sSLX PATCH https://x.example', { method: 'PATCH', followsRedirects: true }],
  [
    'a value behind its letter',
    'curl -XDELETE -H"A: b" https://x.example',
    { method: 'DELETE', headers: [['A', 'b']] },
  ],
  ['a method with a blank', "curl -X 'POST ' https://x.example", { method: 'POST' }],
  [
    'a document as the body',
    `curl -X PUT https://x.example -H 'Content-Type: application/json' -d @- <<'EOF' | jq .\n{\n  "a": "it's"\n}\nEOF\n`,
    { method: 'PUT', body: `{\n  "a": "it's"\n}` },
  ],
  [
    'a document whose line breaks curl leaves out',
    'curl -d @- https://x.example <<-END\na=1\n&b=2\n\tEND\n',
    { body: 'a=1&b=2' },
  ],
  ['an empty document', 'curl https://x.example --data-binary @- << EOF\nEOF', { method: 'POST', body: '' }],
  ['a method in small letters', 'curl -X put https://x.example', { method: 'PUT' }],
  ['--url', 'curl --url https://x.example/a -d ""', { url: 'https://x.example/a', method: 'POST', body: '' }],
  ['an ampersand without quotes', 'curl https://x.example/?a=1&b=2', { url: 'https://x.example/?a=1&b=2' }],
  [
    'a pipe',
    "curl -s https://x.example -H 'A: b' | jq '.items[]'",
    { url: 'https://x.example', headers: [['A', 'b']] },
  ],
  ['an output', 'curl https://x.example -o out.json 2>/dev/null', { url: 'https://x.example' }],
  [
    'the last header of a name',
    "curl -H 'A: 1' -H 'a: 2' -H 'Accept:' -H 'X-Empty;' https://x.example",
    {
      headers: [
        ['a', '2'],
        ['X-Empty', ''],
      ],
    },
  ],
  [
    'a user in the URL',
    'curl https://ada:p%40ss@x.example/a',
    { url: 'https://x.example/a', user: { name: 'ada', password: 'p@ss' } },
  ],
  [
    'basic authentication in a header',
    `curl -H 'Authorization: Basic ${btoa('ada:pass:word')}' https://x.example`,
    { headers: [], user: { name: 'ada', password: 'pass:word' } },
  ],
  [
    'a bearer in a header, which wins',
    "curl -u a:b -H 'Authorization: Bearer t' https://x.example",
    { headers: [['Authorization', 'Bearer t']], user: undefined },
  ],
  ['--oauth2-bearer', 'curl --oauth2-bearer t https://x.example', { headers: [['Authorization', 'Bearer t']] }],
  ['a time', 'curl -m 2.5 https://x.example', { timeoutSeconds: 3 }],
  ['a long time', 'curl --max-time 300 https://x.example', { timeoutSeconds: 60 }],
  ['what changes nothing', 'curl -k --http2 --tlsv1.2 --retry 3 --no-keepalive https://x.example', { method: 'GET' }],
  [
    'more that changes nothing',
    'curl --tls13-ciphers X --etag-save e --pinnedpubkey sha256//a -p --proxy-insecure -z "1 Jan" https://x.example',
    { method: 'GET', url: 'https://x.example' },
  ],
  ['a proxy', 'curl -x http://proxy:3128 https://x.example', { method: 'GET' }],
  ['headers written to the output', 'curl -D- -D headers.txt https://x.example', { method: 'GET' }],
  ['a value that begins with a dash', 'curl -d -1 https://x.example', { body: '-1' }],
  ['a comment', 'curl https://x.example # the service', { url: 'https://x.example' }],
  ['--', 'curl -X GET -- https://x.example', { url: 'https://x.example' }],
  [
    'tags of a template',
    `curl https://x.example/{{contact.id}} --json '{"name":"{{contact.name | default "x"}}"}'`,
    { url: 'https://x.example/{{contact.id}}', body: '{"name":"{{contact.name | default "x"}}"}' },
  ],
];

for (const [name, command, sent] of COMMANDS) {
  test(`should read ${name}`, () => {
    const { request } = readCurl(command);

    for (const [key, value] of Object.entries(sent)) {
      assert.deepEqual(request[key as keyof CurlRequest], value, key);
    }
  });
}

/** Commands that are wrong or ask for too much, and what is said of them. */
const FAULTS: ReadonlyArray<readonly [command: string, message: RegExp]> = [
  [`curl https://x.example -H 'A: b`, /^The single quote at line 1, column 27 is not closed: 'A: b$/],
  ['curl https://x.example \\\n -H "A: b', /^The double quote at line 2, column 5 is not closed/],
  [`curl https://x.example -d $'a`, /^The single quote at line 1, column 27 is not closed/],
  ['curl.exe https://x.example -d "a', /^The double quote at line 1, column 31 is not closed/],
  ['curl ^"https://x.example^" ^\n -d ^"a', /^The double quote at line 2, column 6 is not closed/],
  [
    `curl https://x.example -d '{"text": "it's late"}'`,
    /^The apostrophe at line 1, column 40 ends the text in single quotes; write '\\'' for it$/,
  ],
  [`curl https://x.example -d 'it's late, isn't it'`, /^The apostrophe at line 1, column 30/],
  [
    `curl https://x.example -H 'Content Type: text/plain'`,
    /^The name of the header “Content Type” has a blank in it; did you mean Content-Type\?$/,
  ],
  ['curl https://x.example -H “A: b”', /^The quote “ at line 1, column 27 is a typographic one/],
  [
    'curl https://x.example --haeder "A: b"',
    /^--haeder at line 1, column 24 is not an option of curl; did you mean --header\?$/,
  ],
  ['curl https://x.example --thing', /^--thing at line 1, column 24 is not an option of curl$/],
  ['curl https://x.example -header "A: b"', /^-header at line 1, column 24 .*; did you mean --header\?$/],
  ['curl -request POST https://x.example', /did you mean --request\?$/],
  ['curl -data a=1 https://x.example', /did you mean --data\?$/],
  ['curl -W https://x.example', /^-W at line 1, column 6 is not an option of curl$/],
  ['curl -x POST https://x.example', /^-x at line 1, column 6 is something else in curl; did you mean -X\?$/],
  ['curl -sx put https://x.example', /^-x at line 1, column 6 is something else in curl; did you mean -X\?$/],
  ['curl https://x.example -h "A: b"', /^-h at line 1, column 24 is something else in curl; did you mean -H\?$/],
  [`curl https://x.example -D '{"a":1}'`, /did you mean -d\?$/],
  ['curl https://x.example -D a=1', /did you mean -d\?$/],
  ['curl -X -H "A: b" https://x.example', /^-X lacks its value, and takes -H for it; write the value behind -X$/],
  ['curl https://x.example --data --compressed', /^--data lacks its value, and takes --compressed for it/],
  ['curl -X https://x.example -d 1', /^--request lacks its value, and takes https:\/\/x\.example for it/],
  ['curl -H https://x.example', /^--header lacks its value, and takes https:\/\/x\.example for it/],
  [
    'curl https://x.example /\n -d 1',
    /^The \/ at line 1, column 24 is no part of the command; a line that goes on ends with \\$/,
  ],
  ['curl https://x.example\n\ncurl https://y.example', /^Another command begins at line 3, column 1/],
  [
    'curl --request=POST https://x.example',
    /^--request at line 1, column 6 takes its value behind a blank; write --request POST$/,
  ],
  [`curl --header='A: b' https://x.example`, /; write --header 'A: b'$/],
  ['curl --data=a=1 https://x.example', /; write --data a=1$/],
  [`curl --data='{"a":1}' https://x.example`, /; write --data '\{"a":1\}'$/],
  ['curl https://x.example –H "A: b"', /begins with a long dash; write -H instead$/],
  ['curl https://x.example —data x', /begins with a long dash; write --data instead$/],
  ['curl https://x.example -H', /^The option -H at the end of the command has no value$/],
  ['curl -H "A: b"', /^The command has no URL$/],
  ['curl', /^The command has no URL$/],
  ['', /^Paste a command that begins with curl$/],
  ['crul https://x.example', /^The command begins with “crul”; it has to begin with curl$/],
  ['curl https://x.example https://y.example', /^The command has two URLs/],
  ['curl https://x.example -H Authorization: Bearer', /^“Bearer” belongs to no option; put quotes around/],
  ['curl https://x.example -H "Authorization Bearer t"', /^The header “Authorization Bearer t” has no colon/],
  ['curl -F file=@a.png https://x.example', /^The service sends no multipart forms; --form cannot be taken over$/],
  [
    `curl https://x.example -H 'Content-Type: multipart/form-data; boundary=x' --data-raw $'--x\\r\\n'`,
    /^The service sends no multipart forms; multipart\/form-data cannot be taken over$/,
  ],
  ['curl -T a.txt https://x.example', /^Actions cannot send files; --upload-file/],
  ['curl -d @body.json https://x.example', /^--data reads the file body.json, which is on your machine/],
  ['curl --data-binary @- https://x.example', /^--data-binary reads the file -/],
  ['curl --json @a.json https://x.example', /^--json reads the file a.json/],
  ['curl --data-urlencode a@b.txt https://x.example', /^--data-urlencode reads the file b.txt/],
  ['curl -H @headers.txt https://x.example', /^--header reads the file headers.txt/],
  ['curl -b jar.txt https://x.example', /^--cookie reads the file jar.txt/],
  ['curl -I https://x.example', /^An action cannot send HEAD; it can send GET, POST, PUT, PATCH, DELETE$/],
  ['curl -X OPTIONS https://x.example', /^An action cannot send OPTIONS/],
  ['curl --digest -u a:b https://x.example', /^The service signs in by basic authentication or OAuth2 only/],
  ['curl -E me.pem https://x.example', /^The service has no client certificates/],
  ['curl ftp://x.example', /^The URL begins with ftp:\/\//],
  ['curl http//x.example/a', /^The URL is written as http\/\/x\.example\/a; did you mean http:\/\/x\.example\/a\?$/],
  ['curl https:/x.example/a', /did you mean https:\/\/x\.example\/a\?$/],
  ['curl https:///x.example', /did you mean https:\/\/x\.example\?$/],
  ['curl https:x.example/a', /did you mean https:\/\/x\.example\/a\?$/],
  ['curl https:://x.example/a', /did you mean https:\/\/x\.example\/a\?$/],
  ["curl 'https;//x.example/a'", /did you mean https:\/\/x\.example\/a\?$/],
  ["curl 'https:\\\\x.example/a'", /did you mean https:\/\/x\.example\/a\?$/],
  ['curl https;//x.example/a', /^The URL is written as https; did you mean https:\/\/…\?$/],
  ['curl https:// x.example/a', /did you mean https:\/\/x\.example\/a\?$/],
  ['curl //x.example/a', /did you mean https:\/\/x\.example\/a\?$/],
  ['curl https://https://x.example/a', /did you mean https:\/\/x\.example\/a\?$/],
  ['curl https://x.example --next https://y.example', /^An action makes one call/],
];

for (const [command, message] of FAULTS) {
  test(`should say what is wrong with ${command.replaceAll('\n', ' ') || 'nothing'}`, () => {
    assert.throws(() => readCurl(command), { message });
  });
}

/** What is said of a command that could be read. */
const REMARKS: ReadonlyArray<readonly [command: string, remarks: readonly string[]]> = [
  ['curl https://x.example', []],
  ['curl -k https://x.example', ['--insecure is left out. The service always checks certificates.']],
  [
    "curl -H 'Host: a' -H 'Content-Length: 3' https://x.example",
    ['Host, Content-Length are left out; the service sets what is needed.'],
  ],
  [
    'curl https://x.example/$ID -H "Authorization: Bearer ${TOKEN}"',
    ['$ID, ${TOKEN} are for a shell to fill in; put the values there.'],
  ],
  ['curl https://x.example/${ID:-1}', ['${ID:-1} is for a shell to fill in; put the values there.']],
  ['curl https://x.example -H "A: `date`"', ['`…` is for a shell to fill in; put the values there.']],
  [
    `curl https://x.example -d '{"a":1}'`,
    [
      'The body is JSON, but curl sends it as a form unless a header says otherwise; ' +
        'if the API wants JSON, change Content-Type to application/json.',
    ],
  ],
  [`curl https://x.example -H 'content-type: application/json' -d '[1]'`, []],
  ['curl https://x.example -d a=1', []],
  ['curl -m 90 https://x.example', ['An action waits 60 seconds at most, so that is what is set.']],
  ['curl -m 60 https://x.example', []],
  [
    `curl -X GET https://x.example --json '{"a":1}'`,
    ['An action sends no body with GET, so the body is not sent; if the API needs it, choose another method.'],
  ],
  [
    `curl https://x.example --json "{"name": "Ada"}"`,
    [
      'The body has lost its quotes, since a shell takes them away; put single quotes around the whole body, ' +
        `as in -d '{"name":"Ada"}'.`,
    ],
  ],
  [
    `curl https://x.example --json '{ “name”: “Ada” }'`,
    ['The body has typographic quotes such as “, which JSON does not know; write " instead.'],
  ],
  [`curl https://x.example --json '{"name": "“Ada”, {a: b}"}'`, []],
  ['curl https://x.example | jq .', ['What follows the command is left out: | jq .']],
];

for (const [command, remarks] of REMARKS) {
  test(`should remark on ${command}`, () => {
    assert.deepEqual(readCurl(command).remarks, remarks);
  });
}

test('should know a command from other texts', () => {
  for (const command of [
    'curl https://x.example',
    '  $ curl -X',
    'curl.exe \n',
    '/usr/bin/curl x',
    'PS C:\\> curl.exe x',
  ]) {
    assert.equal(isCurl(command), true, command);
  }
  for (const text of ['https://x.example/curl ', 'curly x', '', 'see curl x', 'curl']) {
    assert.equal(isCurl(text), false, text);
  }
});

test('should read a long command', () => {
  const body = 'x'.repeat(200_000);

  assert.equal(readCurl(`curl https://x.example -d "${body}"`).request.body, body);
});
