import type { Execution } from '../api/contract';

/** How an execution stands, as it is told at a glance. */
export type Standing = 'done' | 'failed' | 'pending' | 'unknown';

export type Stood = Pick<Execution, 'success' | 'outcome' | 'state' | 'duration_ms'>;

const STATES: ReadonlyMap<string, Standing> = new Map([
  ['pending', 'pending'],
  ['succeeded', 'done'],
  ['failed', 'failed'],
]);

/** What happened in the background comes first; a state that this page does not know is none that it may guess. */
export function standingOf({ success, outcome, state, duration_ms }: Stood): Standing {
  if (state) {
    return STATES.get(state) ?? 'unknown';
  }
  if (success) {
    return 'done';
  }
  return outcome || duration_ms !== null ? 'failed' : 'unknown';
}

/** The word for it; of a state that is not known, its own. */
export function standingWord(execution: Stood): string {
  switch (standingOf(execution)) {
    case 'done':
      return 'Done';
    case 'failed':
      return 'Failed';
    case 'pending':
      return 'Pending';
    case 'unknown':
      return execution.state ? capitalized(execution.state) : 'No outcome yet';
  }
}

/** What the service says of each success, which is as good as nothing. */
const SAID = ['Webhook executed successfully', 'Opening URL', 'JavaScript action executed', 'Action completed'];

/** What is to be said of an execution besides how it stands; empty if that is all. */
export function remarkOf(execution: Stood & Pick<Execution, 'message'>): string {
  const { message } = execution;
  return standingOf(execution) === 'done' && SAID.includes(message) ? '' : message;
}

/** Why something failed, by the codes of the service. */
export const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ['upstream_status', 'Status other than 2xx'],
  ['reported_failure', 'Failure reported in the answer'],
  ['timeout', 'Timeout'],
  ['connect', 'No connection'],
  ['unknown_host', 'Unknown host'],
  ['tls', 'TLS or certificate'],
  ['connection_closed', 'Connection closed early'],
  ['malformed_response', 'Answer is no HTTP'],
  ['response_too_large', 'Answer too large'],
  ['content_encoding', 'Answer badly packed'],
  ['redirect', 'Redirect not followed'],
  ['address_denied', 'Address not allowed'],
  ['circuit_open', 'Not called: the API was down'],
  ['overloaded', 'Not called: too many calls'],
  ['token', 'No token for the API'],
  ['secret_missing', 'Secret missing'],
  ['secret_unreadable', 'Secret unreadable'],
  ['invalid', 'Nothing to send or open'],
  ['invalid_request', 'Request not valid'],
  ['script_error', 'Error in the script'],
  ['script_stopped', 'Script stopped at a limit'],
  ['script_disabled', 'Scripts are turned off'],
  ['cancelled', 'Cancelled by a manager'],
  ['abandoned', 'Caller hung up'],
  ['error', 'Error in the service'],
]);

/** A code in words; one that this page does not know is made readable. */
export function outcomeWord(code: string): string {
  return code === 'success' ? 'Done' : (OUTCOMES.get(code) ?? capitalized(code.replaceAll('_', ' ')));
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
