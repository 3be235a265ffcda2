import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ActionsApi } from '../api/actions-api';
import type { Contact, CustomAction } from '../api/contract';
import { changed, type FilterName, type HistoryFilters, NO_FILTERS } from '../api/history-filters';
import type { Names } from '../ui/names';
import { PlainElement } from '../ui/plain-element';
import { localTimeOf, timeFromLocal } from '../ui/times';
import { shortened } from './people';
import { OUTCOMES, outcomeWord } from './standing';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

type Choice = 'result' | 'action' | 'by';
type Option = readonly [value: string, text: string];

/** Filters that the same choice sets, of which one holds. */
const RESULTS = ['outcome', 'state', 'success'] as const;
const STATES: readonly Option[] = [
  ['state pending', words.history.pending],
  ['state succeeded', words.history.succeeded],
  ['state failed', words.history.failedInTheEnd],
];

/** What of a history is shown. */
export class HistoryFilterFields extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) contacts!: Names;
  @property({ attribute: false }) filters: HistoryFilters = NO_FILTERS;
  /** Absent where the history is that of one action. */
  @property({ attribute: false }) actions: readonly CustomAction[] | undefined;
  /** Names of users by their ids, as far as they are known. */
  @property({ attribute: false }) people: ReadonlyMap<string, string> = new Map();
  @property({ attribute: false }) change: (filters: HistoryFilters) => void = () => {};

  protected override render(): unknown {
    return html`<search class="history-filters" aria-label=${words.history.filters}>
      ${this.choice('result', words.common.result, this.result, this.results())}
      ${this.actions ? this.choice('action', words.common.action, this.filters.action_id ?? '', this.actionOptions()) : nothing}
      ${this.choice('by', words.history.by, this.filters.user_id ?? '', this.userOptions())}
      <console-contact-picker
        label=${words.common.contact}
        placeholder=${words.history.anybody}
        .api=${this.api}
        .contact=${this.contact}
        .choose=${this.chooseContact}
      ></console-contact-picker>
      ${this.time(words.history.from, 'from')} ${this.time(words.history.to, 'to')}
    </search>`;
  }

  private choice(name: Choice, label: string, value: string, groups: readonly unknown[]): unknown {
    return html`<label class="filter"
      ><span class="label">${label}</span
      ><select
        class="input select"
        data-filter=${name}
        .value=${live(value)}
        @change=${(event: Event) => this.chosen(name, (event.target as HTMLSelectElement).value)}
      >
        ${groups}
      </select></label
    >`;
  }

  private chosen(choice: Choice, value: string): void {
    if (choice === 'result') {
      const [name = '', code = ''] = value.split(' ');
      this.set({ success: '', outcome: '', state: '', ...(name ? { [name]: code } : {}) });
    } else {
      this.set(choice === 'action' ? { action_id: value } : { user_id: value });
    }
  }

  /** The filter that says it, and its value; empty if none does. */
  private get result(): string {
    const name = RESULTS.find((known) => this.filters[known]);
    return name ? `${name} ${this.filters[name]}` : '';
  }

  private results(): readonly unknown[] {
    const { outcome = '' } = this.filters;
    const causes = [...OUTCOMES].map(([code, text]): Option => [`outcome ${code}`, text]);
    const own: readonly Option[] =
      outcome && !OUTCOMES.has(outcome) ? [[`outcome ${outcome}`, outcomeWord(outcome)]] : [];
    return [
      option(['', words.history.all], this.result === ''),
      ...[...own, ['success true', words.common.done] as const, ['success false', words.common.failed] as const].map(
        (known) => option(known, known[0] === this.result),
      ),
      html`<optgroup label=${words.history.inBackground}>
        ${STATES.map((stood) => option(stood, stood[0] === this.result))}
      </optgroup>`,
      html`<optgroup label=${words.history.failedBecause}>
        ${causes.map((cause) => option(cause, cause[0] === this.result))}
      </optgroup>`,
    ];
  }

  private actionOptions(): readonly unknown[] {
    const { action_id } = this.filters;
    const known = (this.actions ?? []).map(({ id, name }): Option => [id, name]);
    const isKnown = !action_id || known.some(([id]) => id === action_id);
    return [
      ['', words.history.all] as const,
      ...(isKnown ? [] : [[action_id, words.common.deletedAction] as const]),
      ...known,
    ].map((action) => option(action, action[0] === (action_id ?? '')));
  }

  private userOptions(): readonly unknown[] {
    const { user_id } = this.filters;
    const own: readonly Option[] =
      user_id && !this.people.has(user_id) ? [[user_id, fill(words.history.userId, { id: shortened(user_id) })]] : [];
    return [['', words.history.anybody] as const, ...own, ...this.people].map((person) =>
      option(person, person[0] === (user_id ?? '')),
    );
  }

  private get contact(): Contact | undefined {
    const { contact_id: id } = this.filters;
    if (!id) {
      return undefined;
    }
    const name = this.contacts.of(id, this);
    return { id, display_name: name === null ? words.history.deletedContactLong : (name ?? id), phone_number: '' };
  }

  private readonly chooseContact = (contact: Contact | undefined): void => {
    if (contact) {
      this.contacts.put(contact.id, contact.display_name);
    }
    this.set({ contact_id: contact?.id ?? '' });
  };

  private time(label: string, name: 'from' | 'to'): unknown {
    return html`<label class="filter"
      ><span class="label">${label}</span
      ><input
        class="input"
        type="datetime-local"
        max="9999-12-31T23:59"
        data-filter=${name}
        .value=${live(localTimeOf(this.filters[name] ?? ''))}
        @change=${(event: Event) => this.set({ [name]: timeFromLocal((event.target as HTMLInputElement).value) })}
    /></label>`;
  }

  private set(change: Partial<Record<FilterName, string>>): void {
    this.change(changed(this.filters, change));
  }
}

function option([value, text]: Option, isChosen: boolean): unknown {
  return html`<option value=${value} ?selected=${isChosen}>${text}</option>`;
}
