import { html, nothing, type TemplateResult } from 'lit';
import { sentenceOf } from '../api/failure';
import { failureIcon, historyIcon, refreshIcon, spinner } from '../ui/icons';
import type { Pages } from './pages';
import { words } from '../words/spoken';

export interface PagedTexts {
  readonly lead: string;
  readonly empty: string;
}

/** A list that is read in pages, and what stands in its place. */
export function paged<T>(pages: Pages<T>, texts: PagedTexts, list: (entries: readonly T[]) => unknown): TemplateResult {
  return html`<div class="paged-head">
      <p class="lead">${texts.lead}</p>
      <button class="button small" type="button" data-refresh @click=${() => void pages.first()}>
        ${refreshIcon()}${words.common.refresh}
      </button>
    </div>
    ${content(pages, texts, list)}
    <div class="paged-foot" role="status">
      ${pages.isLoading ? html`${spinner()}<span>${words.common.loading}</span>` : nothing}
      ${
        pages.hasMore && !pages.isLoading
          ? html`<button class="button" type="button" data-more @click=${() => void pages.more()}>
              ${words.history.showOlder}
            </button>`
          : nothing
      }
    </div>`;
}

function content<T>(pages: Pages<T>, texts: PagedTexts, list: (entries: readonly T[]) => unknown): unknown {
  const failure = pages.error
    ? html`<div class="failure" role="alert">
        ${failureIcon()}
        <p>${sentenceOf(pages.error)}</p>
      </div>`
    : nothing;
  if (pages.entries.length > 0) {
    return [failure, list(pages.entries)];
  }
  return pages.error || pages.isLoading
    ? failure
    : html`<div class="empty small">
        ${historyIcon()}
        <p>${texts.empty}</p>
      </div>`;
}
