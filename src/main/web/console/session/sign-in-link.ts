/** Where the address of this page goes in that of the sign-in. */
const BACK = '{return_to}';

/**
 * The address of the chat product's sign-in, which leads back to a page.
 *
 * @param signIn as it is configured
 * @param page the address to come back to; its fragment is left out, since the token takes its place
 */
export function signInLink(signIn: string, page: string): string {
  const back = encodeURIComponent(page.split('#', 1)[0]);
  if (signIn.includes(BACK)) {
    return signIn.replaceAll(BACK, back);
  }
  const [address, fragment] = split(signIn, '#');
  return `${address}${address.includes('?') ? '&' : '?'}return_to=${back}${fragment}`;
}

function split(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
