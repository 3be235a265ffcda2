import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ActionStats, CustomAction } from '../api/contract';
import type { Names } from '../ui/names';
import { PlainElement } from '../ui/plain-element';
import { queryOf } from '../ui/route';
import { agoOf, exactTimeOf } from '../ui/times';
import { durationOf } from '../ui/words';
import { whole } from './numbers';
import { type Order, sorted } from './orders';
import { successOf } from './usage';
import { counted } from '../words/fill';
import { words } from '../words/spoken';

/** Rows that are shown before somebody asks for all. */
const FIRST = 25;

const COLUMNS: ReadonlyArray<[order: Order, title: string, meaning: string, classes: string]> = [
  ['runs', words.usage.runs, '', ''],
  ['failed', words.common.failed, '', ''],
  ['success', words.usage.success, '', ''],
  ['p50', 'p50', words.usage.half, 'wide'],
  ['p95', 'p95', words.usage.most, ''],
  ['last', words.usage.lastRun, '', 'wide'],
];

/** Runs by action: a table whose rows have bars. */
export class ActionUsage extends PlainElement {
  @property({ attribute: false }) stats: readonly ActionStats[] = [];
  @property({ attribute: false }) actions: readonly CustomAction[] = [];
  /** Of those that are deleted. */
  @property({ attribute: false }) names!: Names;

  @state() private order: Order = 'runs';
  @state() private isWhole = false;

  protected override render(): unknown {
    const rows = sorted(this.stats, this.order);
    const shown = this.isWhole ? rows : rows.slice(0, FIRST);
    const most = Math.max(1, ...this.stats.map(({ executions }) => executions));
    const byId = new Map(this.actions.map((action) => [action.id, action.name]));
    return html`<table class="figures by-action">
        <caption class="spoken">
          ${words.usage.byActionLong}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.common.action}</th>
            ${COLUMNS.map((column) => this.head(...column))}
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => this.row(row, byId.get(row.action_id), most))}
        </tbody>
      </table>
      ${
        shown.length < rows.length
          ? html`<button class="button small" type="button" data-whole @click=${() => (this.isWhole = true)}>
              ${counted(words.usage.allActions, rows.length)}
            </button>`
          : nothing
      }`;
  }

  private head(order: Order, title: string, meaning: string, classes: string): unknown {
    const isChosen = order === this.order;
    return html`<th scope="col" class="number ${classes}" aria-sort=${isChosen ? 'descending' : nothing}>
      <button
        class="sort"
        type="button"
        data-order=${order}
        title=${meaning || nothing}
        @click=${() => (this.order = order)}
      >
        ${title}<span aria-hidden="true">${isChosen ? ' ↓' : ''}</span>
      </button>
    </th>`;
  }

  private row(stats: ActionStats, name: string | undefined, most: number): unknown {
    const { action_id, executions, failures, p50_ms, p95_ms, last_executed_at } = stats;
    const share = (count: number) => `width: ${(count / most) * 100}%`;
    return html`<tr data-usage=${action_id}>
      <th scope="row">
        <a href=${queryOf({ page: 'history', filters: { action_id } })}
          >${name ?? this.names.of(action_id, this) ?? words.common.deletedAction}</a
        >
        ${name === undefined ? html`<span class="badge" data-deleted>${words.common.deleted}</span>` : nothing}
        <span class="share" aria-hidden="true"
          ><span class="share-part done" .style=${share(executions - failures)}></span
          ><span class="share-part failed" .style=${share(failures)}></span
        ></span>
      </th>
      <td class="number">${whole(executions)}</td>
      <td class="number ${failures > 0 ? 'bad-number' : ''}">${whole(failures)}</td>
      <td class="number">${successOf(stats)}</td>
      <td class="number wide">${durationOf(p50_ms)}</td>
      <td class="number">${durationOf(p95_ms)}</td>
      <td class="number wide">
        <time datetime=${last_executed_at} title=${exactTimeOf(last_executed_at)}
          >${agoOf(last_executed_at, Date.now())}</time
        >
      </td>
    </tr>`;
  }
}
