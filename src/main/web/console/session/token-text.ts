/** A JWT in its compact form (RFC 7515, 3.1). */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

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
