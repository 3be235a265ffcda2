import { html, type TemplateResult } from 'lit';
import { searchIcon } from '../ui/icons';
import { TYPE_NAMES } from '../ui/words';
import type { Filters, SortKey } from './filters';
import { words } from '../words/spoken';

const ACTIVITIES: ReadonlyArray<[Filters['activity'], string]> = [
  ['', words.list.anyState],
  ['active', words.common.active],
  ['inactive', words.common.inactive],
];
const TYPES: ReadonlyArray<[Filters['type'], string]> = [
  ['', words.list.allTypes],
  ['webhook', TYPE_NAMES.webhook],
  ['url', TYPE_NAMES.url],
  ['javascript', TYPE_NAMES.javascript],
];
const SORTS: ReadonlyArray<[SortKey, string]> = [
  ['place', words.list.buttonOrder],
  ['name', words.common.name],
  ['newest', words.list.newest],
  ['changed', words.list.lastChanged],
];

/** The fields above the list. */
export function filterFields(filters: Filters, change: (change: Partial<Filters>) => void): TemplateResult {
  return html`<search class="filters">
    <div class="search-field">
      ${searchIcon()}
      <input
        class="input"
        type="search"
        aria-label=${words.list.search}
        placeholder=${words.list.search}
        data-filter="search"
        .value=${filters.search}
        @input=${(event: Event) => change({ search: (event.target as HTMLInputElement).value })}
      />
    </div>
    ${choice(words.list.state, 'activity', ACTIVITIES, filters.activity, change)}
    ${choice(words.common.type, 'type', TYPES, filters.type, change)}
    ${choice(words.list.sortBy, 'sort', SORTS, filters.sort, change)}
  </search>`;
}

function choice<K extends keyof Filters>(
  label: string,
  key: K,
  options: ReadonlyArray<[Filters[K], string]>,
  chosen: Filters[K],
  change: (change: Partial<Filters>) => void,
): TemplateResult {
  const changed = (event: Event) => change({ [key]: (event.target as HTMLSelectElement).value } as Partial<Filters>);
  return html`<select class="input select small" aria-label=${label} data-filter=${key} @change=${changed}>
    ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
  </select>`;
}
