import { html, nothing, type TemplateResult } from 'lit';
import type { FieldErrors } from '../ui/field-errors';
import { textField } from '../ui/field-view';
import { checkbox } from './checkbox-view';
import type { Draft } from './draft';
import { iconPicker } from './icon-picker';
import { typePicker } from './type-picker';
import { words } from '../words/spoken';

export interface GeneralModel {
  readonly draft: Draft;
  readonly errors: FieldErrors;
  readonly isReadOnly: boolean;
  readonly isNew: boolean;
  change(draft: Draft, path: string): void;
}

/** What actions of all types have. */
export function generalFields({ draft, errors, isReadOnly, isNew, change }: GeneralModel): TemplateResult {
  return html`${textField(
    { path: 'name', label: words.common.name, errors, hint: words.editor.nameHint },
    { value: draft.name, isReadOnly, change: (name) => change({ ...draft, name }, 'name') },
  )}
  ${iconPicker(draft.icon, errors, isReadOnly, (icon) => change({ ...draft, icon }, 'icon'))}
  ${typePicker(draft.type, isReadOnly, (type) => change({ ...draft, type }, 'action_type'))}
  ${
    isNew
      ? checkbox(words.editor.showToAgents, 'is_active', draft.isActive, isReadOnly, (isActive) =>
          change({ ...draft, isActive }, 'is_active'),
        )
      : nothing
  }`;
}
