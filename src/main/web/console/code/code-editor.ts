import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { editorStyles } from './editor-styles';
import type { Names } from '../template/names';
import { faultyLine } from './faulty-line';
import { type Language, languageExtension } from './languages';
import { type Marking, underlined } from './marking';
import { templateCompletion } from './template-completion';
import { words } from '../words/spoken';

/** What the editor says by itself, by its own English. */
const PHRASES: Readonly<Record<string, string>> = {
  Completions: words.code.completions,
  'Selection deleted': words.code.selectionDeleted,
  'Control character': words.code.controlCharacter,
};

/**
 * Text of more than one line, with line numbers and colors. The Tab key leaves it, as it leaves every field. It has a shadow
 * root, since only there do its styles come as constructed sheets, which a content security policy need not allow.
 */
export class CodeEditor extends LitElement {
  static override readonly styles = editorStyles;

  @property({ attribute: false }) value = '';
  @property({ attribute: false }) language: Language = 'text';
  @property({ attribute: false }) label = '';
  /** What a screen reader says of it beside its label, such as a complaint. */
  @property({ attribute: false }) description = '';
  @property({ attribute: false }) isInvalid = false;
  @property({ attribute: false }) isReadOnly = false;
  /** From 1; the line of the complaint. */
  @property({ attribute: false }) faultyLine: number | undefined;
  @property({ attribute: false }) markings: readonly Marking[] = [];
  /** What is offered as one types, if it is a template. */
  @property({ attribute: false }) names: Names | undefined;
  @property({ attribute: false }) change: (value: string) => void = () => {};

  private view: EditorView | undefined;
  private readonly changing = new Compartment();

  override focus(): void {
    this.view?.focus();
  }

  /** Puts text where the caret is, and the focus there. */
  insert(text: string): void {
    if (this.view) {
      this.view.dispatch(this.view.state.replaceSelection(text), { userEvent: 'input' });
      this.view.focus();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override render(): unknown {
    return html`<div class="host"></div>
      ${this.description ? html`<p id="description" hidden>${this.description}</p>` : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.view) {
      const parent = this.renderRoot.querySelector('.host') ?? this.renderRoot;
      this.view = new EditorView({ parent, root: this.shadowRoot ?? document, state: this.initialState() });
      return;
    }
    const { state } = this.view;
    if (changed.has('value') && this.value !== state.doc.toString()) {
      this.view.dispatch({ changes: { from: 0, to: state.doc.length, insert: this.value } });
    }
    this.view.dispatch({ effects: this.changing.reconfigure(this.changingExtensions(this.view.state)) });
  }

  private initialState(): EditorState {
    const state = EditorState.create({ doc: this.value });
    return EditorState.create({
      doc: this.value,
      extensions: [this.fixed(), this.changing.of(this.changingExtensions(state))],
    });
  }

  private fixed(): Extension {
    return [
      EditorState.phrases.of(PHRASES),
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of('  '),
      bracketMatching(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          this.value = update.state.doc.toString();
          this.change(this.value);
        }
      }),
    ];
  }

  private changingExtensions(state: EditorState): Extension {
    return [
      languageExtension(this.language),
      templateCompletion(this.isReadOnly ? undefined : this.names),
      faultyLine(this.faultyLine, state),
      underlined(this.markings, state),
      EditorState.readOnly.of(this.isReadOnly),
      EditorView.contentAttributes.of({
        'aria-label': this.label,
        ...(this.description ? { 'aria-describedby': 'description' } : {}),
        ...(this.isInvalid ? { 'aria-invalid': 'true' } : {}),
        ...(this.isReadOnly ? { 'aria-readonly': 'true' } : {}),
      }),
    ];
  }
}
