/** Seconds that a `Retry-After` header (RFC 9110, 10.2.3) asks to wait; undefined where there is none to understand. */
export function retryAfterSeconds(header: string | null): number | undefined {
  if (!header) {
    return undefined;
  }
  if (/^\d+$/.test(header)) {
    return Number(header);
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}
