import type { CurlRequest } from './request';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** A value that looks like a secret, and what it could be called. */
export interface FoundSecret {
  /** Of letters, digits and underscores; distinct. */
  readonly name: string;
  /** Where it stands, in words. */
  readonly where: string;
  /** As an API gets it; empty if the command names none. */
  readonly value: string;
}

/** Puts something in the place of a value: the tag of a secret, or a mask. */
export type Replace = (secret: FoundSecret) => string | undefined;

interface Search {
  /** What stands instead of a value from now on. */
  found(kind: string, where: string, value: string, written: string): string;
}

const WORDS = 'token|secret|password|passwd|pwd|h?api[-_]?key|auth[-_]?key|access[-_]?key|private[-_]?key|signature';
const HEADER = new RegExp(`${WORDS}|authorization|auth$|cookie|session|credential|^key$|(?<!idempotency)-key$`, 'i');
const FIELD = new RegExp(`^(?:.*[-_.\\[])?(?:${WORDS}|client[-_]?secret|key|sig)\\]?$`, 'i');
const CAMEL_FIELD = /(?:Token|Secret|Password|ApiKey|AccessKey)$/;
const SCHEME = /^(Token token=|(?:Bearer|Basic|Token|Bot|Key|ApiKey|SSWS|GenieKey|Klaviyo-API-Key|OAuth)\s+)?([^]*)$/i;

/** What tokens look like wherever they stand. */
const TOKENS =
  /\b(?:(?:sk|rk|pk)_(?:live|test)_\w{8,}|xox[abeprs]-[\w-]{8,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|AKIA[0-9A-Z]{12,}|shp(?:at|ss)_\w{16,}|pat-[a-z0-9]{2,4}-[\w-]{16,}|lin_api_\w{16,}|(?:ntn|secret)_\w{20,}|pat\w{14}\.[0-9a-f]{32,}|SG\.[\w-]{16,}\.[\w-]{16,})/g;

/** Parts of paths that let everybody in who knows them. */
const PATHS: ReadonlyArray<RegExp> = [
  /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)([^?#]+)/,
  /(discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/)([^/?#]+)/,
  /(api\.telegram\.org\/bot)([^/?#]+)/,
  /(script\.google\.com\/macros\/s\/)([^/?#]+)/,
  /(\.webhook\.office\.com\/webhookb2\/)([^?#]+)/,
  /(hooks\.zapier\.com\/hooks\/catch\/)([^?#]+)/,
  /(hook\.(?:[\w-]+\.)?(?:make|integromat)\.com\/)([^/?#]+)/,
  /(maker\.ifttt\.com\/trigger\/[^?#]*\/with\/key\/)([^/?#]+)/,
  /(\.azurewebsites\.net\/[^#]*[?&]code=)([^&#]+)/,
];
const TAGGED = /\{\{/;
/** A variable of a shell: `$TOKEN`, `${TOKEN:-}`, `$env:TOKEN`, `%TOKEN%`. */
const SHELL = /^(?:\$\{(?:env:)?(?<braced>\w+)[^}]*\}|\$(?:env:)?(?<bare>\w+)|%(?<percent>\w+)%)$/;
/** What stands for a value: of documentation, of a page that hides it, or what a shell would run. */
const PLACEHOLDER = new RegExp(
  [
    ...['<[^<>]+>', '\\{[^{}]+\\}', '\\[[^\\]]+\\]', '[*•.…]+', '[xX]{3,}', '[^]*(?:\\.{3}|…)'],
    ...['[Yy](?:our|OUR)[^]*', '[A-Z]+(?:_[A-Z]+)+', 'TOKEN|SECRET|PASSWORD|APIKEY', '\\$\\([^]*', '`[^]*`'],
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
);

/** The values of a request that look like secrets, in the order of the form. */
export function secretsIn(request: CurlRequest): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  replaceSecrets(request, (secret) => {
    found.push(secret);
    return undefined;
  });
  return found;
}

/** The request with something else for its secrets; undefined leaves one as it is. */
export function replaceSecrets(request: CurlRequest, replace: Replace): CurlRequest {
  const search = searchOf(request, replace);
  return {
    ...request,
    url: inUrl(request.url, search),
    headers: request.headers.map(([name, value]) => [name, inHeader(name, value, search)] as const),
    ...(request.user ? { user: inUser(request.user, search) } : {}),
    body: inBody(request, search),
  };
}

function searchOf(request: CurlRequest, replace: Replace): Search {
  const vendor = vendorOf(request.url);
  const names = new Map<string, string>();
  const done = new Map<string, string | undefined>();
  return {
    found(kind, where, value, written) {
      if (value === '' || TAGGED.test(value)) {
        return written;
      }
      if (!done.has(value)) {
        const { braced, bare, percent } = SHELL.exec(value)?.groups ?? {};
        const variable = braced ?? bare ?? percent;
        const name = distinct(idOf(variable ?? (vendor ? `${vendor}_${kind}` : kind)), names);
        names.set(name, value);
        done.set(value, replace({ name, where, value: variable || PLACEHOLDER.test(value) ? '' : value }));
      }
      return done.get(value) ?? written;
    },
  };
}

/** `acme` of `https://api.acme.co.uk/`; empty if it says nothing. */
function vendorOf(url: string): string {
  const host = /^https?:\/\/([^/?#:{]+)/i.exec(url)?.[1] ?? '';
  const parts = host.toLowerCase().split('.');
  if (parts.length < 2 || /^[\d.]+$/.test(host)) {
    return '';
  }
  const isShort = parts.length > 2 && /^(?:co|com|org|net|ac|gov)$/.test(parts[parts.length - 2]);
  return parts[parts.length - (isShort ? 3 : 2)];
}

function idOf(text: string): string {
  const id = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 60);
  return id || 'secret';
}

function distinct(name: string, taken: ReadonlyMap<string, string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) {
    unique = `${name}_${count}`;
  }
  return unique;
}

function inHeader(name: string, value: string, search: Search): string {
  if (!HEADER.test(name)) {
    return tokens(value, fill(words.curl.inHeader, { name }), search);
  }
  const [, scheme = '', rest = ''] = SCHEME.exec(value) ?? [];
  const kind = /cookie/i.test(name) ? 'cookie' : /authorization/i.test(name) ? 'token' : name.replace(/^x-/i, '');
  return scheme + search.found(kind, fill(words.curl.inHeader, { name }), rest, rest);
}

/** A user without a password is one that is a token itself. */
function inUser(user: NonNullable<CurlRequest['user']>, search: Search): CurlRequest['user'] {
  return user.password
    ? { ...user, password: search.found('password', words.curl.inPassword, user.password, user.password) }
    : { ...user, name: search.found('key', words.curl.inUser, user.name, user.name) };
}

function inUrl(url: string, search: Search): string {
  const path = PATHS.reduce(
    (whole, pattern) =>
      whole.replace(
        pattern,
        (_, before: string, secret: string) =>
          before +
          (secret.includes('/')
            ? eachSegment(secret, search)
            : search.found('token', words.curl.inUrl, decoded(secret), secret)),
      ),
    url,
  );
  const query = path.indexOf('?');
  return query < 0
    ? tokens(path, words.curl.inUrl, search)
    : tokens(path.slice(0, query + 1), words.curl.inUrl, search) +
        inPairs(path.slice(query + 1), words.curl.inUrl, search);
}

/** A value fills one part of a path; only the last of them is secret enough. */
function eachSegment(path: string, search: Search): string {
  const end = path.lastIndexOf('/') + 1;
  const last = path.slice(end);
  return path.slice(0, end) + search.found('token', words.curl.inUrl, decoded(last), last);
}

function inBody({ body, headers }: CurlRequest, search: Search): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (/json/i.test(type) || (type === '' && /^\s*[{[]/.test(body))) {
    return tokens(inJson(body, search), words.curl.inBody, search);
  }
  return /form-urlencoded/i.test(type)
    ? inPairs(body, words.curl.inBody, search)
    : tokens(body, words.curl.inBody, search);
}

function inPairs(text: string, where: string, search: Search): string {
  return text
    .split('&')
    .map((pair) => {
      const sign = pair.indexOf('=');
      const [name, value] = [pair.slice(0, sign), pair.slice(sign + 1)];
      return sign > 0 && isField(decoded(name))
        ? `${name}=${search.found(decoded(name), where, decoded(value), value)}`
        : tokens(pair, where, search);
    })
    .join('&');
}

function inJson(body: string, search: Search): string {
  return body.replace(
    /"((?:[^"\\]|\\.)*)"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g,
    (all, name: string, colon: string, value: string) =>
      isField(name) ? `"${name}"${colon}"${search.found(name, words.curl.inBody, unescaped(value), value)}"` : all,
  );
}

function isField(name: string): boolean {
  return FIELD.test(name) || CAMEL_FIELD.test(name);
}

function tokens(text: string, where: string, search: Search): string {
  return text.replace(TOKENS, (token) => search.found('token', where, token, token));
}

function unescaped(json: string): string {
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return json;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
