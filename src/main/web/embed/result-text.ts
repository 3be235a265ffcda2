import type { ExecutionResult } from './contract';
import { fill, type Labels, sentenceOf } from './words/labels';

/** What the service says where the author of an action has said nothing. */
const SERVICE_SAYS =
  /^(Webhook executed successfully|Action completed|Webhook reported a failure|JavaScript error: .*)$/s;
/** Outcomes whose texts may be an author's. */
const AUTHORED: ReadonlySet<string | undefined> = new Set([undefined, 'success', 'reported_failure', 'script_error']);
const ACCEPTED = 'Webhook accepted';

/** What an agent reads of a result: what the action's author wrote for it, else the words for its outcome. */
export function textOf(result: ExecutionResult, name: string, labels: Labels): string {
  const text = result.toast?.message ?? result.message;
  if (isAccepted(result) && result.toast?.type === 'info') {
    return fill(labels.accepted, { name });
  }
  return isAuthors(result, text) ? text : (sentenceOf(result.outcome, labels) ?? text);
}

/** Whether all that has happened yet is that the service has taken it on. */
export function isAccepted({ success, message, outcome }: ExecutionResult): boolean {
  return success && (outcome === 'accepted' || message === ACCEPTED);
}

/** Whether a notice says nothing but that the action ran, so that it has to say which. */
export function isGeneral({ success, toast }: ExecutionResult): boolean {
  return success && toast !== undefined && SERVICE_SAYS.test(toast.message);
}

function isAuthors({ message, outcome, toast }: ExecutionResult, text: string): boolean {
  if (AUTHORED.has(outcome)) {
    return !SERVICE_SAYS.test(text);
  }
  return toast !== undefined && toast.message !== message;
}
