import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type Completion as Offer, completionsAt } from '../template/completion';
import type { Names } from '../template/names';

/** Offers variables and filters as one types. */
export function templateCompletion(names: Names | undefined): Extension {
  return names ? autocompletion({ override: [(context) => offered(context, names)], icons: false }) : [];
}

function offered({ state, pos }: CompletionContext, names: Names): CompletionResult | null {
  const found = completionsAt(state.doc.toString(), pos, names);
  return found ? { from: found.from, options: found.options.map(optionOf), filter: false } : null;
}

function optionOf(offer: Offer): Completion {
  const apply = (view: EditorView, _: Completion, from: number, to: number): void =>
    view.dispatch({
      changes: { from, to, insert: offer.text + offer.closing },
      selection: { anchor: from + offer.text.length },
      userEvent: 'input.complete',
    });
  return { label: offer.label, detail: offer.meaning, apply };
}
