import { html, nothing } from 'lit';
import { durationOf } from '../ui/words';
import { runs, short } from './numbers';
import { type RowUsage, successOf } from './usage';
import { counted, fill } from '../words/fill';
import { words } from '../words/spoken';

/** What a row says of how its action was used, behind its type. */
export function rowUsage(usage: RowUsage | undefined): unknown {
  if (!usage) {
    return nothing;
  }
  const { executions, p95_ms } = usage;
  if (executions === 0) {
    return html`<span class="row-usage" title=${words.usage.nobody}>&nbsp;· ${words.usage.noRuns}</span>`;
  }
  const success = successOf(usage);
  const explained = fill(words.usage.explained, { runs: runs(executions), share: success, time: durationOf(p95_ms) });
  return html`<span class="row-usage" title=${explained}
    >&nbsp;· ${counted(words.usage.row, executions, { short: short(executions) })} · ${success} · p95
    ${durationOf(p95_ms)}</span
  >`;
}

/** What fails now stands out. */
export function failingBadge(usage: RowUsage | undefined): unknown {
  return usage?.failing
    ? html`<span class="badge failing" title=${usage.failing} data-failing>${words.usage.failing}</span>`
    : nothing;
}
