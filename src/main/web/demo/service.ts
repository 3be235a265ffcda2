import { callService } from '../shared/http';

/** A contact, as far as the demo shows it. */
export interface Contact {
  readonly id: string;
  readonly display_name: string;
  readonly phone_number: string;
  readonly tags: readonly string[];
}

/** A call that the demo's receiver got from a webhook. */
export interface Received {
  readonly id: number;
  readonly at: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A token of the demo's agent; in production the chat platform signs it. */
export function agentToken(): Promise<string> {
  return token('agent');
}

/** The address of the console, which signs the demo's manager in. */
export async function consoleAddress(): Promise<string> {
  return `/console/#token=${await token('manager')}`;
}

async function token(role: 'agent' | 'manager'): Promise<string> {
  return (await json<{ token: string }>(`/demo/token?role=${role}`)).token;
}

/** The contacts of the demo whose name or number the search matches. */
export async function contacts(token: string, search: string): Promise<readonly Contact[]> {
  const query = new URLSearchParams({ limit: '100', search });
  return (await callService<{ contacts: readonly Contact[] }>(`/api/contacts?${query}`, { token })).contacts;
}

/** What webhooks sent, newest first. */
export function received(): Promise<readonly Received[]> {
  return json('/demo/echo');
}

async function json<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return (await answer.json()) as T;
}
