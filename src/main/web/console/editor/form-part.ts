import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type FieldErrors, idOf, NO_ERRORS } from '../ui/field-errors';
import { PlainElement } from '../ui/plain-element';
import type { Draft } from './draft';
import { insertInto, tag } from './insertion';
import { type VariableGroup, VARIABLES } from './variables';

/** The fields of one type of action. */
export abstract class FormPart extends PlainElement {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) errors: FieldErrors = NO_ERRORS;
  @property({ attribute: false }) isReadOnly = false;
  /** Takes what was typed, and the service's name of the field. */
  @property({ attribute: false }) change: (draft: Draft, path: string) => void = () => {};

  /** A menu of variables for a field of one line. */
  protected variables(label: string, path: string, groups: readonly VariableGroup[] = VARIABLES): unknown {
    return this.variableMenu(label, groups, (variable) =>
      insertInto(this.querySelector<HTMLInputElement>(`#${idOf(path)}`), tag(variable)),
    );
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
