import { html } from 'lit';
import { codeField, editorOf } from '../code/code-field';
import { SCRIPT_VARIABLES } from '../template/names';
import { FormPart } from './form-part';

const PATH = 'config.code';

/** The code of a script. */
export class ScriptFields extends FormPart {
  protected override render(): unknown {
    const insert = (path: string) => editorOf(this, PATH)?.insert(path);
    return codeField(
      {
        path: PATH,
        label: 'Code',
        errors: this.errors,
        aside: this.variableMenu('the code', SCRIPT_VARIABLES, insert),
        hint: html`The body of an async function. Its return value decides what the agent sees:
          <code>return { toast: { message, type }, clipboard, url }</code>`,
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
