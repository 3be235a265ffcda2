import { EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

const MARK = Decoration.line({ class: 'cm-faulty' });

/** Marks a line, until something is typed and the mark is given anew. */
export function faultyLine(line: number | undefined, state: EditorState): Extension {
  if (!line || line > state.doc.lines) {
    return [];
  }
  return EditorView.decorations.of(Decoration.set(MARK.range(state.doc.line(line).from)));
}
