import { html, nothing } from 'lit';
import { durationOf } from '../ui/words';
import { runs, short } from './numbers';
import { type RowUsage, successOf } from './usage';

/** What a row says of how its action was used, behind its type. */
export function rowUsage(usage: RowUsage | undefined): unknown {
  if (!usage) {
    return nothing;
  }
  const { executions, p95_ms } = usage;
  if (executions === 0) {
    return html`<span class="row-usage" title="Nobody ran it in 30 days">&nbsp;· no runs</span>`;
  }
  const success = successOf(usage);
  const explained = `In 30 days ${runs(executions)}, ${success} succeeded, 95 of 100 took ${durationOf(p95_ms)} at most`;
  return html`<span class="row-usage" title=${explained}
    >&nbsp;· ${short(executions)} ${executions === 1 ? 'run' : 'runs'} · ${success} · p95 ${durationOf(p95_ms)}</span
  >`;
}

/** What fails now stands out. */
export function failingBadge(usage: RowUsage | undefined): unknown {
  return usage?.failing
    ? html`<span class="badge failing" title=${usage.failing} data-failing>Failing</span>`
    : nothing;
}
