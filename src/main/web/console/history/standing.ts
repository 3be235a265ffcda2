import type { Execution } from '../api/contract';
import { words } from '../words/spoken';

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
      return words.common.done;
    case 'failed':
      return words.common.failed;
    case 'pending':
      return words.history.pending;
    case 'unknown':
      return execution.state ? capitalized(execution.state) : words.history.noOutcome;
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
export const OUTCOMES: ReadonlyMap<string, string> = new Map(Object.entries(words.outcomes));

/** A code in words; one that this page does not know is made readable. */
export function outcomeWord(code: string): string {
  return code === 'success' ? words.common.done : (OUTCOMES.get(code) ?? capitalized(code.replaceAll('_', ' ')));
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
