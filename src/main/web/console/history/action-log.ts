import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActionsApi } from '../api/actions-api';
import type { Page } from '../api/contract';
import { PlainElement } from '../ui/plain-element';
import { paged, type PagedTexts } from './paged-view';
import { Pages } from './pages';

/** What happened to an action, newest first and page after page. */
export abstract class ActionLog<T> extends PlainElement {
  @property({ attribute: false }) api!: ActionsApi;
  @property({ attribute: false }) actionId = '';

  private readonly pages = new Pages<T>(this, (before) => this.read(before));

  protected abstract readonly label: string;
  protected abstract readonly texts: PagedTexts;

  protected abstract read(before: string | undefined): Promise<Page<T>>;

  /** @param newer those that are newer, newest first */
  protected abstract entry(entry: T, newer: readonly T[]): unknown;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('actionId')) {
      void this.pages.first();
    }
  }

  protected override render(): unknown {
    return html`<section aria-label=${this.label}>
      ${paged(
        this.pages,
        this.texts,
        (entries) =>
          html`<ol class="entries" role="list">
            ${entries.map((entry, place) => this.entry(entry, entries.slice(0, place)))}
          </ol>`,
      )}
    </section>`;
  }
}
