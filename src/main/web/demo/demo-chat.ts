import { css, html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import './chat-view';
import './contact-list';
import { conversation, type Message } from './conversation';
import './receiver-log';
import { agentToken, consoleAddress, type Contact, contacts, type Received, received } from './service';

/** A support agent's page: conversations, the one that is open with its buttons, and what the other system got. */
export class DemoChat extends LitElement {
  static override readonly styles = css`
    :host {
      background: var(--line);
      display: grid;
      gap: 1px;
      grid-template: auto minmax(0, 1fr) / 260px minmax(0, 1fr) 320px;
      height: 100vh;
    }

    .bar {
      align-items: center;
      background: var(--panel);
      display: flex;
      gap: 16px;
      grid-column: 1 / -1;
      padding: 10px 16px;
    }

    h1 {
      font-size: 16px;
      margin: 0;
    }

    .bar p {
      color: var(--quiet);
      flex: 1;
      font-size: 14px;
      margin: 0;
    }

    a {
      color: var(--accent);
      flex: none;
    }

    a:focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }

    nav,
    main,
    aside {
      background: var(--panel);
      min-width: 0;
      overflow-y: auto;
    }

    main {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }

    aside {
      padding: 16px;
    }

    .found {
      color: var(--quiet);
      font-size: 13px;
      margin: 0;
      overflow-wrap: anywhere;
      padding: 12px 16px 4px;
    }

    .failure {
      margin: 0;
      padding: 20px;
    }

    @media (max-width: 1080px) {
      :host {
        grid-template: auto minmax(320px, 1fr) auto / 220px minmax(0, 1fr);
        height: auto;
        min-height: 100vh;
      }

      aside {
        grid-column: 1 / -1;
      }
    }

    @media (max-width: 760px) {
      :host {
        grid-template: auto auto minmax(480px, 1fr) auto / minmax(0, 1fr);
      }

      .bar {
        flex-wrap: wrap;
        gap: 4px 16px;
        justify-content: space-between;
      }

      .bar p {
        flex-basis: 100%;
        order: 1;
      }
    }
  `;

  @state() private people: readonly Contact[] | undefined;
  @state() private chosen: Contact | undefined;
  @state() private calls: readonly Received[] = [];
  @state() private failure = '';
  @state() private consoleHref = '/console/';
  private readonly search = new URLSearchParams(location.search).get('search') ?? '';
  private readonly written = new Map<string, readonly Message[]>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('action-executed', this.look);
    this.addEventListener('action-failed', this.look);
    void this.load();
  }

  protected override render(): unknown {
    return html`
      <header class="bar">
        <h1>Support</h1>
        <p>
          This is a demo of custom-actions: the buttons above the conversation call other systems for the contact, and
          managers make them in the console.
        </p>
        <a href=${this.consoleHref}>Console</a>
      </header>
      <nav>
        ${this.search ? html`<p class="found">Found for “${this.search}”. <a href="/">Show everybody</a></p>` : nothing}
        <contact-list .contacts=${this.people} .chosen=${this.chosen} @contact-chosen=${this.choose}></contact-list>
      </nav>
      <main>${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : this.chat()}</main>
      <aside aria-label="Receiver"><receiver-log .calls=${this.calls}></receiver-log></aside>
    `;
  }

  private chat(): unknown {
    const messages = this.chosen ? [...conversation(this.chosen), ...(this.written.get(this.chosen.id) ?? [])] : [];
    return html`<chat-view
      .contact=${this.chosen}
      .messages=${messages}
      .getToken=${agentToken}
      @message-written=${this.write}
    ></chat-view>`;
  }

  private async load(): Promise<void> {
    try {
      this.people = await contacts(await agentToken(), this.search);
      this.chosen = this.people[0];
      await this.look();
      this.consoleHref = await consoleAddress();
    } catch {
      this.failure = 'The service cannot be reached. Reload the page when it is running.';
    }
  }

  private readonly look = async (): Promise<void> => {
    this.calls = await received();
  };

  private choose(event: CustomEvent<Contact>): void {
    this.chosen = event.detail;
  }

  private write(event: CustomEvent<string>): void {
    if (this.chosen) {
      const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
      const before = this.written.get(this.chosen.id) ?? [];
      this.written.set(this.chosen.id, [...before, { from: 'agent', text: event.detail, time }]);
      this.requestUpdate();
    }
  }
}
