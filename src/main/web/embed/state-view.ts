import { html, type TemplateResult } from 'lit';
import { ServiceError } from '../shared/service-error';
import { failureIcon } from './icons';
import { fill, type Labels, sentenceOf } from './words/labels';

/** In place of the buttons while they are loaded for the first time. */
export function loading(labels: Labels): TemplateResult {
  return html`<div class="state loading" part="loading" role="status" aria-busy="true">
    <span class="spoken">${labels.loading}</span>
    <span class="placeholder"></span><span class="placeholder"></span><span class="placeholder"></span>
  </div>`;
}

/** Where the organization has no active action. */
export function empty(labels: Labels): TemplateResult {
  return html`<div class="state" part="empty" role="status">${labels.empty}</div>`;
}

/** What went wrong, and a button to try again. */
export function failed(error: ServiceError, labels: Labels, retry: () => void): TemplateResult {
  return html`<div class="state failure" part="error" role="alert">
    ${failureIcon()}<span class="message">${sentence(error, labels)}</span>
    <button class="button" part="button retry" type="button" @click=${retry}>${labels.retry}</button>
  </div>`;
}

/** What an agent reads of an error: the service's own words where they say what to do. */
export function sentence(error: unknown, labels: Labels): string {
  if (!(error instanceof ServiceError)) {
    return labels.unexpected;
  }
  switch (error.kind) {
    case 'unreachable':
      return labels.unreachable;
    case 'unauthorized':
      return labels.unauthorized;
    case 'throttled':
      return error.retryAfter ? fill(labels.throttledFor, { seconds: error.retryAfter }) : labels.throttled;
    case 'refused':
      return sentenceOf(error.errorType, labels) ?? labels.outcomes.refused ?? (error.message || labels.unexpected);
    default:
      return error.message || labels.unexpected;
  }
}
