import { html, nothing } from 'lit';
import { QUESTION_NAMES } from '../template/names';
import { idOf } from '../ui/field-errors';
import { textField } from '../ui/field-view';
import { FormPart } from './form-part';
import { insertInto, tag } from './insertion';
import { templateField } from './template-field';
import { type InputRow, inputOf, type TermsDraft } from './terms-draft';
import { counted, fill } from '../words/fill';
import { words } from '../words/spoken';

const PATHS = ['inputs', 'confirmation', 'visible_to'];

/** What holds before an action runs: a form, a question, and who has the button. */
export class TermsFields extends FormPart {
  private isOpened = false;

  protected override render(): unknown {
    const { terms } = this.draft;
    return html`<details class="group fold" data-fold="Before the click" ?open=${this.isOpen} @toggle=${this.toggled}>
      <summary>
        <span class="fold-title">${words.editor.beforeClick}</span>
        <span class="fold-summary">${summaryOf(terms)}</span>
      </summary>
      <div class="fold-content">
        ${this.confirmation(terms)}
        <console-input-rows
          .rows=${terms.inputs}
          .errors=${this.errors}
          .change=${(inputs: readonly InputRow[], path: string) => this.set({ inputs }, path)}
        ></console-input-rows>
        ${this.picture(terms)} ${this.visibility(terms)}
      </div>
    </details>`;
  }

  private confirmation({ confirmation }: TermsDraft): unknown {
    const path = 'confirmation';
    const label = words.fields.confirmation;
    return templateField(
      {
        path,
        label,
        isOptional: true,
        errors: this.errors,
        warnings: this.warnings.get(path),
        hint: words.editor.confirmationHint,
        aside: this.variableMenu(label, QUESTION_NAMES.groups, (variable) =>
          insertInto(this.querySelector<HTMLInputElement>(`#${idOf(path)}`), tag(variable)),
        ),
      },
      {
        value: confirmation,
        names: QUESTION_NAMES,
        isReadOnly: this.isReadOnly,
        placeholder: 'Refund {{contact.name}}? This cannot be undone.',
        change: (text) => this.set({ confirmation: text }, path),
      },
    );
  }

  /** What an agent gets, as far as it is known here. */
  private picture({ inputs, confirmation }: TermsDraft): unknown {
    if (inputs.length === 0 && confirmation.trim() === '') {
      return nothing;
    }
    const action = {
      id: '',
      name: this.draft.name || words.editor.yourAction,
      icon: '',
      inputs: inputs.map(inputOf).map((input) => ({ ...input, label: input.label || '…' })),
      confirmation: confirmation.trim(),
    };
    return html`<figure class="picture">
      <figcaption class="hint">${words.common.agentSees}</figcaption>
      <console-prompt-picture .action=${action}></console-prompt-picture>
    </figure>`;
  }

  private visibility({ roles, tags }: TermsDraft): unknown {
    const who = roles.trim() ? fill(words.editor.agentsOf, { roles: roles.trim() }) : words.editor.everyAgent;
    const whom = tags.trim() ? fill(words.editor.contactsTagged, { tags: tags.trim() }) : words.editor.everyContact;
    return html`<div class="field-pair" data-field="visible_to">
        ${textField(
          {
            path: 'visible_to.roles',
            label: words.editor.onlyRoles,
            isOptional: true,
            errors: this.errors,
            hint: words.editor.rolesHint,
          },
          {
            value: roles,
            isReadOnly: this.isReadOnly,
            placeholder: 'support, sales',
            change: (text) => this.set({ roles: text }, 'visible_to.roles'),
          },
        )}
        ${textField(
          {
            path: 'visible_to.tags',
            label: words.editor.onlyTags,
            isOptional: true,
            errors: this.errors,
            hint: words.editor.tagsHint,
          },
          {
            value: tags,
            isReadOnly: this.isReadOnly,
            placeholder: 'vip',
            change: (text) => this.set({ tags: text }, 'visible_to.tags'),
          },
        )}
      </div>
      <p class="hint" role="status">${fill(words.editor.shownTo, { who, whom })}</p>`;
  }

  private set(change: Partial<TermsDraft>, path: string): void {
    this.change({ ...this.draft, terms: { ...this.draft.terms, ...change } }, path);
  }

  /** Closed, unless it says something, or something is wrong with it. */
  private get isOpen(): boolean {
    const isAtFault = [...this.errors.keys()].some((at) => PATHS.some((path) => at.startsWith(path)));
    this.isOpened ||= isAtFault;
    return this.isOpened;
  }

  private readonly toggled = (event: Event): void => {
    this.isOpened = (event.currentTarget as HTMLDetailsElement).open;
  };
}

function summaryOf({ inputs, confirmation, roles, tags }: TermsDraft): string {
  return [
    inputs.length > 0 ? counted(words.editor.inputCount, inputs.length) : '',
    confirmation.trim() ? words.editor.aConfirmation : '',
    roles.trim() || tags.trim() ? words.editor.forSome : '',
  ]
    .filter(Boolean)
    .join(words.fields.comma);
}
