import { html, nothing, type TemplateResult } from 'lit';
import { spelled } from '../ui/field-errors';
import { failureIcon } from '../ui/icons';
import { pretty } from '../ui/json-text';
import type { FieldChange } from './comparison';
import { fieldName } from './field-names';
import type { Fate, Plan, PlannedAction } from './plan';

const BADGES: Readonly<Record<Fate, string>> = {
  created: 'New',
  updated: 'Changed',
  unchanged: 'Same',
  refused: 'Refused',
};

/** What needs a look comes first. */
const ORDER: readonly Fate[] = ['refused', 'updated', 'created', 'unchanged'];

/** How many actions have a fate. */
export function countOf(plan: Plan, fate: Fate): number {
  return plan.actions.filter((action) => action.fate === fate).length;
}

/** What an import would do, in one sentence. */
export function summaryOf(plan: Plan): string {
  const counts = [
    [countOf(plan, 'created'), 'new'],
    [countOf(plan, 'updated'), 'changed'],
    [countOf(plan, 'unchanged'), 'the same'],
    [countOf(plan, 'refused'), 'refused'],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString()} ${word}`)
    .join(', ');
}

/** What an import would do with each action. */
export function planView(plan: Plan): TemplateResult {
  const sorted = ORDER.flatMap((fate) => plan.actions.filter((action) => action.fate === fate));
  return html`<ol class="entries planned" role="list" aria-label="What the import does">
    ${sorted.map((action) => row(action))}
  </ol>`;
}

function row({ name, fate, changes, remarks }: PlannedAction): TemplateResult {
  return html`<li class="entry planned-row" data-fate=${fate}>
    <span class="badge fate">${BADGES[fate]}</span>
    <div class="entry-text">
      <p class="entry-message">${name || 'An action without a name'}</p>
      ${remarks.map((remark) => html`<p class=${fate === 'refused' ? 'error' : 'remark'}>${spelled(remark)}</p>`)}
      ${changes.length > 0 ? fieldChanges(changes) : nothing}
    </div>
  </li>`;
}

function fieldChanges(changes: readonly FieldChange[]): TemplateResult {
  return html`<dl class="field-changes">
    ${changes.map(
      ({ field, before, after }) =>
        html`<dt>${fieldName(field)}</dt>
          <dd>
            ${before === undefined ? nothing : html`<del><span class="spoken">Before: </span>${shown(before)}</del>`}
            ${after === undefined ? html`<em>taken away</em>` : html`<ins><span class="spoken">After: </span>${shown(after)}</ins>`}
          </dd>`,
    )}
  </dl>`;
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  return value === '' ? 'empty' : pretty(value);
}

/** In the place of a plan that there is none of. */
export function planFailure(message: string): TemplateResult {
  return html`<div class="failure" role="alert">
    ${failureIcon()}
    <p>${message}</p>
  </div>`;
}
