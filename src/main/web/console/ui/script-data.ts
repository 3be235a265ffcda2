import { nothing } from 'lit';
import { unfolded } from '../script/unfolded';
import { pretty } from './json-text';
import { textPart } from './text-part';
import { words } from '../words/spoken';

/** What a script returned and what it wrote to its console. */
export function scriptData(data: unknown): unknown {
  const { result, logs } = (data ?? {}) as { readonly result?: unknown; readonly logs?: readonly string[] };
  return [
    result === undefined ? nothing : textPart(words.common.result, pretty(result)),
    logs && logs.length > 0 ? textPart(words.ui.console, logs.map(unfolded).join('\n')) : nothing,
  ];
}
