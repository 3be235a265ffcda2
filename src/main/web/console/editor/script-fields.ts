import { html } from 'lit';
import { codeField, editorOf } from '../code/code-field';
import { SCRIPT_VARIABLES } from '../template/names';
import { FormPart } from './form-part';
import { filled } from '../words/fill';
import { words } from '../words/spoken';

const PATH = 'config.code';

/** The code of a script. */
export class ScriptFields extends FormPart {
  protected override render(): unknown {
    const insert = (path: string) => editorOf(this, PATH)?.insert(path);
    return codeField(
      {
        path: PATH,
        label: words.fields.code,
        errors: this.errors,
        aside: this.variableMenu(words.editor.theCode, SCRIPT_VARIABLES, insert),
        hint: filled(words.editor.codeHint, {
          example: html`<code>return { toast: { message, type }, clipboard, url }</code>`,
        }),
      },
      {
        value: this.draft.javascript.code,
        language: 'javascript',
        isReadOnly: this.isReadOnly,
        change: (code) => this.change({ ...this.draft, javascript: { ...this.draft.javascript, code } }, PATH),
      },
    );
  }
}
