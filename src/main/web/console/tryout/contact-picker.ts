import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ActionsApi } from '../api/actions-api';
import type { Contact } from '../api/contract';
import { closeIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { ContactSearch } from './contact-search';
import { words } from '../words/spoken';

let lastId = 0;

/** A contact that is found by what somebody types (WAI-ARIA Authoring Practices, combobox). */
export class ContactPicker extends PlainElement {
  @property() label = words.common.contact;
  @property() placeholder = words.tryout.search;
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) contact: Contact | undefined;
  @property({ attribute: false }) choose: (contact: Contact | undefined) => void = () => {};

  @state() private isOpen = false;
  @state() private typed: string | undefined;
  @state() private active = -1;

  private readonly search = new ContactSearch(this, () => this.api);
  private readonly listId = `contacts-${++lastId}`;

  protected override render(): unknown {
    return html`<div class="field picker" @focusout=${this.left}>
      <label class="label" for="${this.listId}-input">${this.label}</label>
      <div class="picker-field">
        <input
          id="${this.listId}-input"
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          placeholder=${this.search.isById ? words.tryout.idOfContact : this.placeholder}
          aria-expanded=${this.isOpen ? 'true' : 'false'}
          aria-controls="${this.listId}-list"
          aria-autocomplete="list"
          aria-activedescendant=${this.isOpen && this.active >= 0 ? `${this.listId}-${this.active}` : nothing}
          .value=${live(this.typed ?? this.contact?.display_name ?? '')}
          @focus=${this.entered}
          @click=${this.open}
          @input=${this.type}
          @keydown=${this.keyDown}
        />
        ${this.contact ? this.clear() : nothing}
      </div>
      <div
        id="${this.listId}-list"
        class="options"
        role="listbox"
        aria-label=${words.tryout.contacts}
        ?hidden=${!this.isOpen}
      >
        ${this.options.map((contact, index) => this.option(contact, index))}
      </div>
      <p class=${this.isOpen && this.message ? 'hint' : 'spoken'} role="status">${this.isOpen ? this.message : ''}</p>
    </div>`;
  }

  private clear(): unknown {
    return html`<button
      class="icon-button"
      type="button"
      title=${words.tryout.clear}
      aria-label=${words.tryout.clear}
      @click=${() => {
        this.choose(undefined);
        this.querySelector('input')?.focus();
      }}
    >
      ${closeIcon()}
    </button>`;
  }

  private option(contact: Contact, index: number): unknown {
    return html`<div
      id="${this.listId}-${index}"
      class="option"
      role="option"
      data-contact=${contact.id}
      aria-selected=${index === this.active ? 'true' : 'false'}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.pick(contact)}
    >
      <span class="option-name">${contact.display_name}</span>
      <span class="option-detail">${contact.phone_number}</span>
    </div>`;
  }

  private get options(): readonly Contact[] {
    return this.isOpen ? (this.search.found ?? []) : [];
  }

  private get message(): string {
    const { found, failure } = this.search;
    return failure || (found?.length === 0 ? this.absence : '');
  }

  private get absence(): string {
    if (!this.search.isById) {
      return words.tryout.noMatch;
    }
    return this.typed?.trim() ? words.tryout.noId : words.tryout.noSearch;
  }

  private readonly entered = (event: FocusEvent): void => (event.target as HTMLInputElement).select();

  private readonly open = (): void => {
    if (!this.isOpen) {
      this.isOpen = true;
      this.active = -1;
      void this.search.now(this.typed ?? '');
    }
  };

  private readonly type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    this.active = -1;
    this.search.later(this.typed);
  };

  private readonly keyDown = (event: KeyboardEvent): void => {
    // Then the keys choose among the words of an input method.
    if (event.isComposing) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.open();
      const { length } = this.options;
      this.active = length === 0 ? -1 : (this.active + step + (this.active < 0 && step < 0 ? 1 : 0) + length) % length;
    } else if (event.key === 'Enter') {
      // Never sends the form around it.
      event.preventDefault();
      const contact = this.options[Math.max(0, this.active)];
      if (contact) {
        this.pick(contact);
      }
    } else if (event.key === 'Escape' && this.isOpen) {
      event.stopPropagation();
      this.close();
    }
  };

  private pick(contact: Contact): void {
    this.close();
    this.choose(contact);
  }

  private readonly left = (event: FocusEvent): void => {
    if (!this.contains(event.relatedTarget as Node | null)) {
      this.close();
    }
  };

  private close(): void {
    this.isOpen = false;
    this.typed = undefined;
    this.active = -1;
  }
}
