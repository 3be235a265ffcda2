import { html, nothing, type TemplateResult } from 'lit';
import { spelled } from '../ui/field-errors';
import { failureIcon } from '../ui/icons';
import { pretty } from '../ui/json-text';
import type { FieldChange } from './comparison';
import { fieldName } from './field-names';
import type { Fate, Plan, PlannedAction } from './plan';
import { counted } from '../words/fill';
import { words } from '../words/spoken';

const BADGES: Readonly<Record<Fate, string>> = {
  created: words.transfer.new,
  updated: words.transfer.changed,
  unchanged: words.transfer.same,
  refused: words.transfer.refused,
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
    [countOf(plan, 'created'), words.transfer.newCount],
    [countOf(plan, 'updated'), words.transfer.changedCount],
    [countOf(plan, 'unchanged'), words.transfer.sameCount],
    [countOf(plan, 'refused'), words.transfer.refusedCount],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, forms]) => counted(forms, count))
    .join(words.fields.comma);
}

/** What an import would do with each action. */
export function planView(plan: Plan): TemplateResult {
  const sorted = ORDER.flatMap((fate) => plan.actions.filter((action) => action.fate === fate));
  return html`<ol class="entries planned" role="list" aria-label=${words.transfer.whatItDoes}>
    ${sorted.map((action) => row(action))}
  </ol>`;
}

function row({ name, fate, changes, remarks }: PlannedAction): TemplateResult {
  return html`<li class="entry planned-row" data-fate=${fate}>
    <span class="badge fate">${BADGES[fate]}</span>
    <div class="entry-text">
      <p class="entry-message">${name || words.transfer.noName}</p>
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
            ${before === undefined ? nothing : html`<del><span class="spoken">${words.transfer.before} </span>${shown(before)}</del>`}
            ${after === undefined ? html`<em>${words.transfer.takenAway}</em>` : html`<ins><span class="spoken">${words.transfer.after} </span>${shown(after)}</ins>`}
          </dd>`,
    )}
  </dl>`;
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? words.common.yes : words.common.no;
  }
  return value === '' ? words.common.emptyValue : pretty(value);
}

/** In the place of a plan that there is none of. */
export function planFailure(message: string): TemplateResult {
  return html`<div class="failure" role="alert">
    ${failureIcon()}
    <p>${message}</p>
  </div>`;
}
