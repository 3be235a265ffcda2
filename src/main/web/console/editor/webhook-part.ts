import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Field, field } from '../ui/field-view';
import { FormPart } from './form-part';
import type { SecretText } from './kept-secret';
import { secretField } from './secret-field';
import type { WebhookDraft } from './webhook-draft';
import { fill } from '../words/fill';
import { inside, words } from '../words/spoken';

/** Some of a webhook's fields. */
export abstract class WebhookPart extends FormPart {
  private readonly opened = new Set<string>();
  private readonly used = new Set<string>();

  protected get webhook(): WebhookDraft {
    return this.draft.webhook;
  }

  protected set(change: Partial<WebhookDraft>, path: string): void {
    this.change({ ...this.draft, webhook: { ...this.webhook, ...change } }, path);
  }

  /** Fields that are seldom used: closed, unless they begin to say something or something is wrong with them. */
  protected fold(title: string, summary: string, paths: readonly string[], content: () => unknown): TemplateResult {
    const isOpen = this.isOpen(title, summary !== '', paths);
    return html`<details class="group fold" data-fold=${title} ?open=${live(isOpen)} @toggle=${this.toggled}>
      <summary>
        <span class="fold-title">${title}</span
        >${summary ? html`<span class="fold-summary">${summary}</span>` : nothing}
      </summary>
      <div class="fold-content">${content()}</div>
    </details>`;
  }

  /** One that somebody closes or empties stays as it is. */
  private isOpen(title: string, isUsed: boolean, paths: readonly string[]): boolean {
    const isAtFault = [...this.errors.keys(), ...this.warnings.keys()].some((at) =>
      paths.some((path) => at === path || at.startsWith(`${path}.`)),
    );
    if (isAtFault || (isUsed && !this.used.has(title))) {
      this.opened.add(title);
    }
    if (isUsed) {
      this.used.add(title);
    }
    return this.opened.has(title);
  }

  private readonly toggled = ({ currentTarget }: Event): void => {
    const { dataset, open } = currentTarget as HTMLDetailsElement;
    const title = dataset.fold ?? '';
    if (open) {
      this.opened.add(title);
    } else {
      this.opened.delete(title);
    }
  };

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
        name: fill(words.editor.theField, { label: inside(label) }),
        value: secret.text,
        names: isTemplate ? this.names('request') : undefined,
        isReadOnly: this.isReadOnly,
        change: (text) => set({ ...secret, text }),
      }),
    );
  }
}
