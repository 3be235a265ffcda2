import { html, type TemplateResult } from 'lit';
import type { FieldErrors, FieldWarnings } from '../ui/field-errors';
import type { Draft } from './draft';

export interface TypeModel {
  readonly draft: Draft;
  readonly errors: FieldErrors;
  readonly warnings: FieldWarnings;
  /** Names of the organization's secrets. */
  readonly secrets: readonly string[];
  readonly isReadOnly: boolean;
  readonly change: (draft: Draft, path: string) => void;
}

/** The fields of an action's type. */
export function typeFields({ draft, errors, warnings, secrets, isReadOnly, change }: TypeModel): TemplateResult {
  switch (draft.type) {
    case 'webhook':
      return html`<console-webhook-fields
        .draft=${draft}
        .errors=${errors}
        .warnings=${warnings}
        .secrets=${secrets}
        .isReadOnly=${isReadOnly}
        .change=${change}
      ></console-webhook-fields>`;
    case 'url':
      return html`<console-link-fields
        .draft=${draft}
        .errors=${errors}
        .warnings=${warnings}
        .isReadOnly=${isReadOnly}
        .change=${change}
      ></console-link-fields>`;
    case 'javascript':
      return html`<console-script-fields
        .draft=${draft}
        .errors=${errors}
        .isReadOnly=${isReadOnly}
        .change=${change}
      ></console-script-fields>`;
  }
}
