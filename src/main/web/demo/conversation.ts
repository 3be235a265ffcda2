import type { Contact } from './service';

export interface Message {
  readonly from: 'customer' | 'agent';
  readonly text: string;
  readonly time: string;
}

/** What the page hands over with each click: which conversation it is and what was said last. */
export interface ConversationContext {
  readonly conversation: { readonly id: number; readonly channel: string; readonly last_message: string | undefined };
}

const OPENINGS: readonly (readonly string[])[] = [
  ['Hi! My order 1042 has not arrived yet.', 'The tracking page has said “on its way” since Monday.'],
  ['Could you send us the October invoice again?', 'Ours seems to have been lost.'],
  ['The app signs me out every few minutes.', 'It began after the last update.'],
  ['Hello, is somebody there?'],
];

const REPLY = 'Thank you for writing. Let me have a look, one moment.';

/** A made-up beginning of a conversation, the same for a contact each time. */
export function conversation(contact: Contact): readonly Message[] {
  const opening = OPENINGS[numberOf(contact) % OPENINGS.length] ?? [];
  const asked = opening.map((text, index): Message => ({ from: 'customer', text, time: `10:0${index + 2}` }));
  return [...asked, { from: 'agent', text: REPLY, time: '10:06' }];
}

/** The context of a conversation, as templates and scripts read it. */
export function contextOf(contact: Contact, messages: readonly Message[]): ConversationContext {
  const said = messages.filter(({ from }) => from === 'customer').at(-1);
  return { conversation: { id: 4600 + numberOf(contact), channel: 'whatsapp', last_message: said?.text } };
}

function numberOf(contact: Contact): number {
  return Number.parseInt(contact.id.slice(-2), 16);
}
