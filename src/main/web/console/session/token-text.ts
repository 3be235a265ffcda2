/** A JWT in its compact form (RFC 7515, 3.1). */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Claims in which two tokens of one session may differ. */
const PASSING: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf', 'jti', 'auth_time']);

/** The token in what somebody pasted, which may be a whole header; undefined where there is none. */
export function tokenIn(pasted: string): string | undefined {
  const token = pasted.trim().replace(/^(authorization:\s*)?bearer\s+/i, '');
  return TOKEN.test(token) ? token : undefined;
}

/** Whom a token names, if anybody: for display only, since nothing here verifies it. */
export function nameIn(token: string): string {
  const claims = claimsOf(token);
  return [claims.name, claims.full_name, claims.email].find(isText) ?? '';
}

/** What a token says about its bearer that a renewed one says too. Whether two tokens are of one person shows here. */
export function bearerOf(token: string): string {
  const lasting = Object.entries(claimsOf(token)).filter(([name]) => !PASSING.has(name));
  return JSON.stringify(lasting.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether a token says that its time is over. */
export function isExpired(token: string): boolean {
  return lifetimeOf(token) <= 0;
}

/** The milliseconds that are left of a token's time, as far as it says so. */
export function lifetimeOf(token: string): number {
  const { exp } = claimsOf(token);
  return typeof exp === 'number' ? exp * 1000 - Date.now() : Number.POSITIVE_INFINITY;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const payload = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
