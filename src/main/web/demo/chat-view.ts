import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { contextOf, type Message } from './conversation';
import type { Contact } from './service';

/** The conversation with one contact; its header has the buttons. Tells of what is written by `message-written`. */
export class ChatView extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-height: 0;
    }

    header {
      border-bottom: 1px solid var(--line);
      display: flex;
      flex-direction: column;
      gap: 12px;
      padding: 16px 20px;
    }

    h2 {
      font-size: 18px;
      line-height: 1.3;
      margin: 0;
      overflow-wrap: anywhere;
    }

    .about {
      color: var(--quiet);
      font-size: 13px;
    }

    @media (min-width: 1081px) {
      /* Above the field that the agent writes in, which is at the window's edge there. */
      custom-actions::part(toasts) {
        bottom: 84px;
      }
    }

    .messages {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: 8px;
      overflow-y: auto;
      padding: 20px;
    }

    .message {
      background: var(--customer);
      border-radius: 14px 14px 14px 4px;
      max-width: min(75%, 460px);
      overflow-wrap: anywhere;
      padding: 8px 14px;
    }

    .agent {
      align-self: flex-end;
      background: var(--agent);
      border-radius: 14px 14px 4px;
      color: #fff;
    }

    .customer {
      align-self: flex-start;
    }

    time {
      display: block;
      font-size: 12px;
    }

    form {
      border-top: 1px solid var(--line);
      display: flex;
      gap: 8px;
      padding: 12px 20px;
    }

    input {
      background: var(--page);
      border: 1px solid var(--line);
      border-radius: 8px;
      color: inherit;
      flex: 1;
      font: inherit;
      min-width: 0;
      padding: 8px 12px;
    }

    button {
      background: var(--agent);
      border: 0;
      border-radius: 8px;
      color: #fff;
      cursor: pointer;
      font: inherit;
      padding: 8px 16px;
    }

    :is(input, button, .messages):focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: 1px;
    }
  `;

  @property({ attribute: false }) contact: Contact | undefined;
  @property({ attribute: false }) messages: readonly Message[] = [];
  @property({ attribute: false }) getToken: (() => Promise<string>) | undefined;

  protected override render(): unknown {
    const { contact } = this;
    return contact
      ? html`
          <header>
            <div>
              <h2>${contact.display_name}</h2>
              <div class="about">${[contact.phone_number, ...contact.tags].join(' · ')}</div>
            </div>
            <custom-actions
              contact-id=${contact.id}
              .context=${contextOf(contact, this.messages)}
              .getToken=${this.getToken}
            ></custom-actions>
          </header>
          <div class="messages" role="log" aria-label="Messages" tabindex="0">
            ${this.messages.map(
              ({ from, text, time }) => html`<div class="message ${from}">${text}<time>${time}</time></div>`,
            )}
          </div>
          <form @submit=${this.write}>
            <input aria-label="Reply" placeholder="Write a reply…" autocomplete="off" />
            <button>Send</button>
          </form>
        `
      : html`<header><h2>No conversation</h2></header>`;
  }

  protected override updated(): void {
    const list = this.renderRoot.querySelector('.messages');
    list?.scrollTo({ top: list.scrollHeight });
  }

  private write(event: SubmitEvent): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input');
    if (input?.value.trim()) {
      this.dispatchEvent(new CustomEvent('message-written', { detail: input.value.trim() }));
      input.value = '';
    }
  }
}

customElements.define('chat-view', ChatView);
