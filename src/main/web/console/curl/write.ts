import type { CurlRequest } from './request';
import { replaceSecrets } from './secret-values';

/** A request as the preview tells it. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const LEFT_OUT = '********';

/** Headers whose values everybody may know; those of all others are left out. */
const OPEN =
  /^(?:accept(?:-language)?|content-type|user-agent|prefer|[\w-]*version|idempotency-key|cache-control|if-(?:none-)?match)$/i;

/** Whether everybody may know what a header says. */
export function isOpenHeader(name: string): boolean {
  return OPEN.test(name);
}

/** The command for sh that sends a request. Nothing in it is a secret: whoever runs it puts those in. */
export function writeCurl(shown: ShownRequest): string {
  const { method, url, headers, body } = withoutSecrets(shown);
  const parts = [
    `curl${method === (body ? 'POST' : 'GET') ? '' : ` -X ${method}`} ${quoted(url)}`,
    ...headers.map(([name, value]) => `-H ${quoted(value ? `${name}: ${value}` : `${name};`)}`),
    ...(body ? [`--data-raw ${quoted(body)}`] : []),
  ];
  return parts.join(' \\\n  ');
}

function withoutSecrets({ method, url, headers, body }: ShownRequest): CurlRequest {
  const named = Object.entries(headers).map(
    ([name, value]) => [name, isOpenHeader(name) ? value : masked(value)] as const,
  );
  const request = { method, url, headers: named, body, followsRedirects: false } as CurlRequest;
  return replaceSecrets(request, () => LEFT_OUT);
}

/** With the word in front that says what it is. */
function masked(value: string): string {
  const scheme = /^(?:Bearer|Basic|Token|Bot) /i.exec(value)?.[0] ?? '';
  return value === '' ? '' : scheme + LEFT_OUT;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
