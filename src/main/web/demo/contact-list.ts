import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Contact } from './service';

/** The conversations on the left. Tells of the one that is chosen by `contact-chosen`. */
export class ContactList extends LitElement {
  static override readonly styles = css`
    ul {
      display: flex;
      flex-direction: column;
      gap: 2px;
      list-style: none;
      margin: 0;
      padding: 8px;
    }

    button {
      align-items: center;
      background: none;
      border: 0;
      border-radius: 8px;
      color: inherit;
      cursor: pointer;
      display: flex;
      font: inherit;
      gap: 12px;
      padding: 8px;
      text-align: start;
      width: 100%;
    }

    button:hover {
      background: var(--page);
    }

    button[aria-current='true'] {
      background: var(--chosen);
    }

    button:focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }

    .picture {
      align-items: center;
      background: var(--agent);
      border-radius: 50%;
      color: #fff;
      display: flex;
      flex: none;
      font-weight: 600;
      height: 36px;
      justify-content: center;
      width: 36px;
    }

    .who {
      min-width: 0;
    }

    .name,
    .phone {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .phone {
      color: var(--quiet);
      font-size: 13px;
    }

    p {
      color: var(--quiet);
      margin: 0;
      padding: 16px;
    }

    @media (max-width: 760px) {
      ul {
        flex-direction: row;
        overflow-x: auto;
        scrollbar-width: thin;
      }

      li {
        flex: none;
        max-width: 220px;
      }
    }
  `;

  /** Undefined until they are known. */
  @property({ attribute: false }) contacts: readonly Contact[] | undefined;
  @property({ attribute: false }) chosen: Contact | undefined;

  protected override render(): unknown {
    if (!this.contacts) {
      return nothing;
    }
    return this.contacts.length === 0
      ? html`<p>No contact matches.</p>`
      : html`<ul aria-label="Conversations">
          ${this.contacts.map((contact) => this.entry(contact))}
        </ul>`;
  }

  private entry(contact: Contact): unknown {
    const isChosen = contact.id === this.chosen?.id;
    return html`<li>
      <button aria-current=${isChosen ? 'true' : nothing} @click=${() => this.choose(contact)}>
        <span class="picture" aria-hidden="true">${[...contact.display_name][0]}</span>
        <span class="who">
          <span class="name">${contact.display_name}</span>
          <span class="phone">${contact.phone_number}</span>
        </span>
      </button>
    </li>`;
  }

  private choose(contact: Contact): void {
    this.dispatchEvent(new CustomEvent('contact-chosen', { detail: contact }));
  }
}

customElements.define('contact-list', ContactList);
