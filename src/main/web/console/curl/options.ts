import { words } from '../words/spoken';

/** What is done with an option. */
export type Use = 'used' | 'ignored' | 'refused';

export interface Option {
  /** With its dashes. */
  readonly name: string;
  readonly takesValue: boolean;
  readonly use: Use;
  /** Why it is refused, or what becomes of it; empty if there is nothing to say. */
  readonly remark: string;
}

/** Long names; a value follows where `=` stands behind the name. */
const USED =
  '--request= --url= --header= --data= --data-ascii= --data-raw= --data-binary= --data-urlencode= --json= --user= --get ' +
  '--head --location --location-trusted --user-agent= --referer= --cookie= --oauth2-bearer= --max-time= --url-query=';

/** What changes nothing of the request, or what the service does by itself. */
const IGNORED =
  '--silent --show-error --verbose --include --fail --fail-with-body --fail-early --output= --remote-name --remote-name-all ' +
  '--remote-header-name --output-dir= --create-dirs --write-out= --progress-bar --no-progress-meter --no-buffer --compressed ' +
  '--http1.0 --http1.1 --http2 --http2-prior-knowledge --http3 --http3-only --http0.9 --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 ' +
  '--tlsv1.3 --tls-max= --sslv2 --sslv3 --ssl --ssl-reqd --ciphers= --ipv4 --ipv6 --globoff --path-as-is --junk-session-cookies ' +
  '--connect-timeout= --retry= --retry-delay= --retry-max-time= --retry-all-errors --retry-connrefused --keepalive-time= ' +
  '--no-keepalive --tcp-nodelay --tcp-fastopen --max-redirs= --max-filesize= --limit-rate= --speed-limit= --speed-time= ' +
  '--dump-header= --cookie-jar= --trace= --trace-ascii= --trace-time --trace-ids --trace-config= --stderr= --styled-output ' +
  '--raw --tr-encoding --parallel --parallel-max= --basic --anyauth --no-alpn --no-npn --no-sessionid --post301 --post302 ' +
  '--post303 --disable --expect100-timeout= --rate= --proto= --proto-redir= --proto-default= --suppress-connect-headers ' +
  '--no-clobber --remove-on-error --xattr --skip-existing --dns-servers= --dns-interface= --dns-ipv4-addr= --dns-ipv6-addr= ' +
  '--interface= --local-port= --verbose --alt-svc= --hsts= --cert-status --ca-native --crlfile= --pinnedpubkey= --curves= ' +
  '--tls13-ciphers= --ssl-allow-beast --ssl-auto-client-cert --ssl-revoke-best-effort --false-start --engine= --egd-file= ' +
  '--random-file= --ech= --happy-eyeballs-timeout-ms= --create-file-mode= --etag-save= --libcurl= --parallel-immediate ' +
  '--ignore-content-length --remote-time --time-cond= --list-only --delegation= --krb= --service-name= --sasl-authzid= ' +
  '--sasl-ir --login-options= --compressed-ssh --disallow-username-in-url --doh-cert-status --doh-insecure --ftp-port= ' +
  '--quote= --telnet-option= --help= --manual --version --append --use-ascii --crlf --form-escape --vlan-priority= ' +
  '--ip-tos= --tcp-keepalive --keepalive-cnt= --ipfs-gateway= --dump-ca-embed --proxy-ca-native --sigalgs= --out-null';

const CERTIFICATES = words.curl.certificates;
const PROXY = words.curl.proxies;
const NAME_SERVERS = words.curl.nameServers;
const FORM = words.curl.forms;
const FILES = words.curl.files;
const CLIENT_CERTIFICATE = words.curl.clientCertificates;
const AUTH = words.curl.auth;
const NETWORK = words.curl.network;

const NOTED: Readonly<Record<string, string>> = {
  '--insecure': CERTIFICATES,
  '--cacert=': CERTIFICATES,
  '--capath=': CERTIFICATES,
  '--ssl-no-revoke': CERTIFICATES,
  '--proxy=': PROXY,
  '--proxy-user=': PROXY,
  '--proxy-header=': PROXY,
  '--noproxy=': PROXY,
  '--socks5=': PROXY,
  '--socks5-hostname=': PROXY,
  '--socks4=': PROXY,
  '--socks4a=': PROXY,
  '--preproxy=': PROXY,
  '--proxy1.0=': PROXY,
  '--proxytunnel': PROXY,
  '--proxy-insecure': PROXY,
  '--proxy-cacert=': PROXY,
  '--proxy-cert=': PROXY,
  '--proxy-key=': PROXY,
  '--proxy-basic': PROXY,
  '--proxy-anyauth': PROXY,
  '--proxy-digest': PROXY,
  '--proxy-ntlm': PROXY,
  '--proxy-negotiate': PROXY,
  '--haproxy-protocol': PROXY,
  '--resolve=': NAME_SERVERS,
  '--connect-to=': NAME_SERVERS,
  '--doh-url=': NAME_SERVERS,
};

const REFUSED: Readonly<Record<string, string>> = {
  '--form=': FORM,
  '--form-string=': FORM,
  '--upload-file=': FILES,
  '--config=': FILES,
  '--cert=': CLIENT_CERTIFICATE,
  '--key=': CLIENT_CERTIFICATE,
  '--cert-type=': CLIENT_CERTIFICATE,
  '--key-type=': CLIENT_CERTIFICATE,
  '--pass=': CLIENT_CERTIFICATE,
  '--digest': AUTH,
  '--ntlm': AUTH,
  '--ntlm-wb': AUTH,
  '--negotiate': AUTH,
  '--aws-sigv4=': AUTH,
  '--netrc': AUTH,
  '--netrc-file=': AUTH,
  '--netrc-optional': AUTH,
  '--unix-socket=': NETWORK,
  '--abstract-unix-socket=': NETWORK,
  '--request-target=': words.curl.target,
  '--range=': words.curl.range,
  '--continue-at=': FILES,
  '--etag-compare=': FILES,
  '--next': words.curl.next,
};

const SHORT: Readonly<Record<string, string>> = {
  ...{ X: '--request', H: '--header', d: '--data', u: '--user', G: '--get', I: '--head', L: '--location' },
  ...{ A: '--user-agent', e: '--referer', b: '--cookie', m: '--max-time', F: '--form', T: '--upload-file' },
  ...{ s: '--silent', S: '--show-error', v: '--verbose', i: '--include', f: '--fail', o: '--output' },
  ...{ O: '--remote-name', J: '--remote-header-name', w: '--write-out', '#': '--progress-bar', N: '--no-buffer' },
  ...{ k: '--insecure', x: '--proxy', U: '--proxy-user', E: '--cert', K: '--config', c: '--cookie-jar' },
  ...{
    D: '--dump-header',
    n: '--netrc',
    r: '--range',
    C: '--continue-at',
    g: '--globoff',
    j: '--junk-session-cookies',
  },
  ...{ '0': '--http1.0', '1': '--tlsv1', '2': '--sslv2', '3': '--sslv3', '4': '--ipv4', '6': '--ipv6', q: '--disable' },
  ...{ Z: '--parallel', R: '--remote-time', z: '--time-cond', l: '--list-only', p: '--proxytunnel', P: '--ftp-port' },
  ...{
    Q: '--quote',
    t: '--telnet-option',
    h: '--help',
    M: '--manual',
    V: '--version',
    a: '--append',
    B: '--use-ascii',
  },
  ...{ y: '--speed-time', Y: '--speed-limit', ':': '--next' },
};

/** What nobody asks of a command that is to be an action: the letter was meant in its other case. */
const OTHER_CASE = new Set(['h', 'M', 'V', 'a', 'B']);

const ALL = new Map<string, Option>();

function put(written: string, use: Use, remark = ''): void {
  const name = written.replace('=', '');
  ALL.set(name, { name, takesValue: written !== name, use, remark });
}

USED.split(' ').forEach((name) => put(name, 'used'));
IGNORED.split(' ').forEach((name) => put(name, 'ignored'));
Object.entries(NOTED).forEach(([name, remark]) => put(name, 'ignored', remark));
Object.entries(REFUSED).forEach(([name, remark]) => put(name, 'refused', remark));

/** An option by its long name, with its dashes; undefined if curl has none of it. */
export function longOption(name: string): Option | undefined {
  return ALL.get(name) ?? negated(name);
}

/** An option by its letter. */
export function shortOption(letter: string): Option | undefined {
  return ALL.get(SHORT[letter] ?? '');
}

/** The letter that was meant by one that is something else in curl; undefined if it is meant as it is. */
export function letterMeantBy(letter: string, value: string): string | undefined {
  const isOther =
    OTHER_CASE.has(letter) ||
    // A method is no proxy, and what has a brace or a sign of equality no file for headers.
    (letter === 'x' && /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i.test(value)) ||
    (letter === 'D' && /^[{[]|=/.test(value));
  const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  return isOther ? other : undefined;
}

/** The option that was probably meant. */
export function meantBy(name: string): string | undefined {
  const typed = name.toLowerCase();
  const most = Math.max(1, Math.floor(typed.length / 4));
  const [nearest] = [...ALL.keys()]
    .map((known) => ({ known, steps: steps(typed, known) }))
    .sort((one, other) => one.steps - other.steps);
  return nearest.steps <= most ? nearest.known : undefined;
}

function negated(name: string): Option | undefined {
  const option = name.startsWith('--no-') ? ALL.get(`--${name.slice('--no-'.length)}`) : undefined;
  return option && !option.takesValue ? { ...option, name, use: 'ignored', remark: '' } : undefined;
}

/** Letters to change, add, leave out or exchange with their neighbor to get from one text to the other. */
function steps(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, change, isSwap ? before[j - 2] + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}
