import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { scriptCompletionsAt } from '../script/completion';
import { isGlobal } from '../script/names';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const NOT_CODE = new Set(['String', 'LineComment', 'BlockComment', 'TemplateString', 'RegExp']);
const DEFINITIONS = new Set(['VariableDefinition', 'PropertyDefinition', 'PatternProperty']);
const UNKNOWN = (name: string): Decoration =>
  Decoration.mark({ class: 'cm-remark', attributes: { title: fill(words.code.unknownName, { name }) } });

/** Offers what scripts have as one types, and marks variables that they have not. */
export function scriptSupport(): Extension {
  return [autocompletion({ override: [offered], icons: false }), MARKS];
}

function offered({ state, pos }: CompletionContext): CompletionResult | null {
  if (NOT_CODE.has(syntaxTree(state).resolveInner(pos, -1).name)) {
    return null;
  }
  const found = scriptCompletionsAt(state.doc.toString(), pos);
  return found ? { from: found.from, options: found.options.map((label) => ({ label })), filter: false } : null;
}

/** A name that is defined anywhere counts as known everywhere, so that no mark is wrong. */
function unknown(state: EditorState): DecorationSet {
  const defined = new Set<string>();
  const used: { readonly name: string; readonly from: number; readonly to: number }[] = [];
  syntaxTree(state).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'VariableName') {
        used.push({ name: state.sliceDoc(from, to), from, to });
      } else if (DEFINITIONS.has(name)) {
        for (const [word] of state.sliceDoc(from, to).matchAll(/[\w$]+/g)) {
          defined.add(word);
        }
      }
    },
  });
  const marks = used.filter(({ name }) => !isGlobal(name) && !defined.has(name));
  return Decoration.set(marks.map(({ name, from, to }) => UNKNOWN(name).range(from, to)));
}

const MARKS = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = unknown(view.state);
    }

    update({ state, startState, docChanged }: ViewUpdate): void {
      if (docChanged || syntaxTree(state) !== syntaxTree(startState)) {
        this.decorations = unknown(state);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
