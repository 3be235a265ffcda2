import { html, nothing, type TemplateResult } from 'lit';
import type { CustomAction } from '../api/contract';
import { labelOf, listOf } from '../ui/field-labels';
import { timeOf } from '../ui/words';
import { type Draft, draftOf } from './draft';
import { headerRow } from './header-row';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** The draft of a version: its secrets are those that are stored now, and the ones that are gone have to be typed again. */
export function draftOfVersion(version: CustomAction): Draft {
  const draft = draftOf(version);
  const headers = draft.webhook.headers.map((row) => (row.value === '' ? headerRow(row.name, '') : row));
  return { ...draft, webhook: { ...draft.webhook, headers } };
}

/** @param version when it began to be, and the service's names of secrets that nobody keeps as they were */
export function versionHint(version: { readonly since: string; readonly secrets: readonly string[] }): TemplateResult {
  const secrets = listOf(version.secrets.map(labelOf));
  return html`<p class="hint" data-version>
    ${fill(words.editor.version, { time: timeOf(version.since) })}
    ${secrets ? fill(words.editor.oldSecrets, { fields: secrets }) : nothing}
  </p>`;
}
