import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceError } from '../../shared/service-error';
import { sentenceOf } from '../api/failure';
import type { SessionState } from '../session/session';
import { outageIcon } from '../ui/icons';
import { words } from '../words/spoken';

/** While the service is away. Everything below it can still be used. */
export function outageBanner(error: ServiceError, retry: () => void): TemplateResult {
  return html`<div class="banner" role="alert" data-outage>
    ${outageIcon()}
    <p>${sentenceOf(error)} ${words.common.nothingLost}</p>
    <button class="button small" type="button" @click=${retry}>${words.common.tryAgain}</button>
  </div>`;
}

/** Until the actions were read for the first time. */
export function placeholder(state: SessionState): unknown {
  return state === 'in'
    ? html`<div class="panel list-panel placeholders" role="status" aria-busy="true">
        <span class="spoken">${words.app.loadingActions}</span>
        ${[1, 2, 3, 4, 5].map(() => html`<span class="placeholder"></span>`)}
      </div>`
    : nothing;
}
