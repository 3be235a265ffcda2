import { EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { Mark } from '../template/marks';

/** Something is wrong there, or probably not meant. */
export interface Marking extends Mark {
  readonly kind: 'fault' | 'remark';
}

/** Underlines parts of a text, until something is typed and the marks are given anew. */
export function underlined(markings: readonly Marking[], state: EditorState): Extension {
  const within = markings.filter(({ from, to }) => from < to && to <= state.doc.length);
  if (within.length === 0) {
    return [];
  }
  const ranges = within.map(({ from, to, kind, message }) =>
    Decoration.mark({ class: `cm-${kind}`, attributes: { title: message } }).range(from, to),
  );
  return EditorView.decorations.of(Decoration.set(ranges, true));
}
