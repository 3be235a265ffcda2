import type { Execution } from '../api/contract';
import { standingOf } from './standing';

/** Excel takes a file without it for one of the machine's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** Beginnings that spreadsheets take for a formula, those of wide characters included. */
const FORMULA = /^(?=\s*[=+\-@＝＋－＠])/u;
/**
 * The same behind what a spreadsheet may take for the end of a cell: where a semicolon is usual between cells, quotes do not
 * hold a cell of ours together.
 */
const HIDDEN_FORMULA = /(?<=[;,|]["'\s]*)(?=[=+\-@＝＋－＠])/gu;

type Column = readonly [title: string, value: (execution: Execution) => string | number | null | undefined];

const COLUMNS: readonly Column[] = [
  ['time', (execution) => execution.created_at],
  ['action', (execution) => execution.action_name],
  ['action_id', (execution) => execution.action_id],
  ['type', (execution) => execution.action_type],
  ['contact_id', (execution) => execution.contact_id],
  ['user', (execution) => execution.user_name],
  ['user_id', (execution) => execution.user_id],
  ['result', standingOf],
  ['outcome', (execution) => execution.outcome],
  ['message', (execution) => execution.message],
  ['http_status', (execution) => execution.http_status],
  ['duration_ms', (execution) => execution.duration_ms],
  ['trial', (execution) => String(execution.trial ?? false)],
  ['execution_id', (execution) => execution.id],
];

/** Executions as comma-separated values (RFC 4180) that a spreadsheet opens, and runs nothing of. */
export function csvOf(executions: readonly Execution[]): string {
  const lines = executions.map((execution) => COLUMNS.map(([, value]) => cell(value(execution))));
  return (
    BYTE_ORDER_MARK +
    [COLUMNS.map(([title]) => cell(title)), ...lines].map((cells) => cells.join(',') + LINE_END).join('')
  );
}

/** A number as it is; all else quoted, on one line, and never a formula. */
export function cell(value: string | number | null | undefined): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = (value ?? '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return `"${text.replace(HIDDEN_FORMULA, "'").replace(FORMULA, "'").replaceAll('"', '""')}"`;
}
