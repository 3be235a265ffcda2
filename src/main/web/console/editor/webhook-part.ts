import { html, nothing, type TemplateResult } from 'lit';
import { type Field, field } from '../ui/field-view';
import { FormPart } from './form-part';
import type { SecretText } from './kept-secret';
import { secretField } from './secret-field';
import type { WebhookDraft } from './webhook-draft';

/** Some of a webhook's fields. */
export abstract class WebhookPart extends FormPart {
  protected get webhook(): WebhookDraft {
    return this.draft.webhook;
  }

  protected set(change: Partial<WebhookDraft>, path: string): void {
    this.change({ ...this.draft, webhook: { ...this.webhook, ...change } }, path);
  }

  /** Fields that are seldom used: closed, unless they say something or something is wrong with them. */
  protected fold(title: string, summary: string, paths: readonly string[], content: () => unknown): TemplateResult {
    const isAtFault = [...this.errors.keys(), ...this.warnings.keys()].some((at) =>
      paths.some((path) => at === path || at.startsWith(`${path}.`)),
    );
    return html`<details class="group fold" data-fold=${title} ?open=${summary !== '' || isAtFault}>
      <summary>
        <span class="fold-title">${title}</span
        >${summary ? html`<span class="fold-summary">${summary}</span>` : nothing}
      </summary>
      <div class="fold-content">${content()}</div>
    </details>`;
  }

  protected choice(
    path: string,
    label: string,
    chosen: string,
    choices: ReadonlyArray<readonly [string, string]>,
    set: (value: string) => void,
  ): TemplateResult {
    const known = choices.some(([value]) => value === chosen) ? choices : [...choices, [chosen, chosen] as const];
    return field(
      { path, label, errors: this.errors },
      ({ id, invalid, describedBy }) =>
        html`<select
          id=${id}
          class="input select"
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          ?disabled=${this.isReadOnly}
          @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
        >
          ${known.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
        </select>`,
    );
  }

  /** A field of a secret, which may be a template. */
  protected secret(
    description: Omit<Field, 'errors' | 'warnings'> & { readonly isTemplate?: boolean },
    secret: SecretText,
    set: (secret: SecretText) => void,
  ): TemplateResult {
    const { path, label, isTemplate } = description;
    return field({ ...description, errors: this.errors, warnings: this.warnings.get(path) }, (attributes) =>
      secretField({
        ...attributes,
        name: `the ${label.toLowerCase()}`,
        value: secret.text,
        names: isTemplate ? this.names('request') : undefined,
        isReadOnly: this.isReadOnly,
        change: (text) => set({ ...secret, text }),
      }),
    );
  }
}
