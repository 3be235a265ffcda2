import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { menuOf, type Names, namesFor, type Place, type VariableGroup } from '../template/names';
import { type FieldErrors, type FieldWarnings, idOf, NO_ERRORS, NO_WARNINGS } from '../ui/field-errors';
import type { Field } from '../ui/field-view';
import { PlainElement } from '../ui/plain-element';
import type { Draft } from './draft';
import { insertInto, tag } from './insertion';
import { templateField } from './template-field';
import type { TemplateOptions } from './template-input';

/** A template of one line, as parts of the form describe it. */
export interface Line extends Pick<Field, 'path' | 'label' | 'isOptional' | 'hint'> {
  readonly value: string;
  /** Where it stands if it is a template. */
  readonly place?: Place;
  readonly placeholder?: string;
  readonly paste?: TemplateOptions['paste'];
  readonly set: (value: string) => void;
}

/** The fields of one type of action. */
export abstract class FormPart extends PlainElement {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) errors: FieldErrors = NO_ERRORS;
  @property({ attribute: false }) warnings: FieldWarnings = NO_WARNINGS;
  @property({ attribute: false }) isReadOnly = false;
  /** Names of the organization's secrets. */
  @property({ attribute: false }) secrets: readonly string[] = [];
  /** Takes what was typed, and the service's name of the field. */
  @property({ attribute: false }) change: (draft: Draft, path: string) => void = () => {};

  protected line({ path, label, isOptional, hint, value, place, placeholder, paste, set }: Line): TemplateResult {
    const names = place && this.names(place);
    const aside =
      names &&
      this.variableMenu(label, menuOf(names), (variable) =>
        insertInto(this.querySelector<HTMLInputElement>(`#${idOf(path)}`), tag(variable)),
      );
    return templateField(
      { path, label, isOptional, hint, errors: this.errors, warnings: this.warnings.get(path), aside },
      {
        value,
        names,
        paste,
        isReadOnly: this.isReadOnly,
        placeholder: this.isReadOnly ? undefined : placeholder,
        change: set,
      },
    );
  }

  protected names(place: Place): Names {
    return namesFor(place, { secrets: this.secrets, inputs: this.draft.terms.inputs });
  }

  protected variableMenu(
    label: string,
    groups: readonly VariableGroup[],
    insert: (path: string) => void,
  ): TemplateResult | undefined {
    return this.isReadOnly
      ? undefined
      : html`<console-variable-menu .label=${label} .groups=${groups} .insert=${insert}></console-variable-menu>`;
  }
}
