/** Every text of the element itself. `{name}`, `{seconds}` and `{message}` are filled in. */
export interface Labels {
  toolbar: string;
  more: string;
  loading: string;
  empty: string;
  retry: string;
  running: string;
  unreachable: string;
  unauthorized: string;
  throttled: string;
  throttledFor: string;
  unexpected: string;
  badAddress: string;
  blockedTab: string;
  openPage: string;
  badRedirect: string;
  copied: string;
  copyByHand: string;
  copy: string;
  dismiss: string;
  notifications: string;
  run: string;
  cancel: string;
  choose: string;
  otherContact: string;
  details: string;
  status: string;
  answer: string;
  execution: string;
  accepted: string;
  done: string;
  badField: string;
  /**
   * What agents read of an outcome (`timeout`), or of an error type of a call that was refused (`forbidden`), unless the
   * action's author wrote something. Without a sentence here they read the service's own.
   */
  outcomes: Readonly<Record<string, string>>;
}

/** What a page may replace: also single outcomes. */
export type GivenLabels = Partial<Labels>;

/** Outcomes and error types that share the sentence of another, unless they have one of their own. */
const RELATIVES: ReadonlyMap<string, string> = new Map([
  ['invalid_request', 'invalid'],
  ['unknown_host', 'connect'],
  ['tls', 'connect'],
  ['connection_closed', 'malformed_response'],
  ['response_too_large', 'malformed_response'],
  ['content_encoding', 'malformed_response'],
  ['circuit_open', 'overloaded'],
  ['address_denied', 'setup'],
  ['redirect', 'setup'],
  ['token', 'setup'],
  ['secret_missing', 'setup'],
  ['secret_unreadable', 'setup'],
  ['script_error', 'setup'],
  ['script_disabled', 'setup'],
  ['script_stopped', 'setup'],
  ['internal_error', 'error'],
  ['validation_error', 'refused'],
  ['conflict', 'refused'],
  ['payload_too_large', 'refused'],
  ['precondition_failed', 'refused'],
]);

/** The sentence of an outcome or error type; undefined where the service's own is to be read. */
export function sentenceOf(code: string | undefined, { outcomes }: Labels): string | undefined {
  const sentence = (key: string) => (Object.hasOwn(outcomes, key) ? outcomes[key] : undefined);
  return code === undefined ? undefined : sentence(code) || sentence(RELATIVES.get(code) ?? '') || undefined;
}

/** Labels with those of a page instead; single outcomes too. */
export function replaced(labels: Labels, given: GivenLabels): Labels {
  return { ...labels, ...given, outcomes: { ...labels.outcomes, ...given.outcomes } };
}

/** A label with its placeholders filled in. */
export function fill(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));
}
