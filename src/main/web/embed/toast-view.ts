import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { copy } from './clipboard';
import { closeIcon, toastIcon } from './icons';
import type { Labels } from './labels';
import type { Remedy, Toast, Toasts } from './toasts';

/** What can be done in a toast. */
interface ToastEvents {
  dismiss(toast: Toast): void;
  copy(toast: Toast, text: string): void;
  pause(): void;
  resume(): void;
}

/**
 * All notices of an element, with what can be done in them.
 *
 * @param scratch where text is copied from
 * @param dismissed called after somebody has dismissed one
 */
export function notices(
  toasts: Toasts,
  labels: Labels,
  scratch: ParentNode,
  dismissed: () => void = () => {},
): TemplateResult[] {
  const dismiss = (toast: Toast) => {
    toasts.dismiss(toast.id);
    dismissed();
  };
  const copyByHand = async (toast: Toast, text: string) => {
    if (await copy(text, scratch)) {
      dismiss(toast);
      toasts.show('success', labels.copied);
    }
  };
  const events = {
    dismiss,
    copy: (toast: Toast, text: string) => void copyByHand(toast, text),
    pause: toasts.pause,
    resume: toasts.resume,
  };
  return [stack(toasts.shown, labels, events), announcements(toasts.shown.at(-1))];
}

/** Above everything else on the page. */
function stack(shown: readonly Toast[], labels: Labels, events: ToastEvents): TemplateResult {
  return html`<div
    class="toasts"
    part="toasts"
    role="group"
    popover="manual"
    aria-label=${labels.notifications}
    @pointerenter=${events.pause}
    @pointerleave=${events.resume}
    @focusin=${events.pause}
    @focusout=${events.resume}
  >
    ${repeat(
      shown,
      (toast) => toast.id,
      (toast) => notice(toast, labels, events),
    )}
  </div>`;
}

/** What a screen reader says of the newest notice; there before it speaks, as live regions have to be. */
function announcements(newest: Toast | undefined): TemplateResult {
  const isUrgent = newest?.type === 'error';
  return html`<div class="spoken" role="status">${isUrgent ? nothing : spoken(newest)}</div>
    <div class="spoken" role="alert">${isUrgent ? spoken(newest) : nothing}</div>`;
}

function spoken(toast: Toast | undefined): unknown {
  // A new element each time, so that the same words are said again.
  return toast ? keyed(toast.id, html`<span>${toast.message}</span>`) : nothing;
}

function notice(toast: Toast, labels: Labels, events: ToastEvents): TemplateResult {
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      events.dismiss(toast);
    }
  };
  return html`<div
    class="toast ${toast.type}"
    part="toast toast-${toast.type}"
    data-toast=${toast.type}
    @keydown=${leave}
  >
    ${toastIcon(toast.type)}
    <div class="toast-text">
      <div class="message" part="toast-message">${toast.message}</div>
      ${toast.remedy ? remedy(toast, toast.remedy, labels, events) : nothing}
    </div>
    <button
      class="dismiss"
      part="toast-dismiss"
      type="button"
      title=${labels.dismiss}
      aria-label=${labels.dismiss}
      @click=${() => events.dismiss(toast)}
    >
      ${closeIcon()}
    </button>
  </div>`;
}

function remedy(toast: Toast, remedy: Remedy, labels: Labels, events: ToastEvents): TemplateResult {
  if (remedy.kind === 'link') {
    // The address works once.
    return html`<a
      class="link"
      part="toast-link"
      href=${remedy.url}
      target="_blank"
      rel="noopener noreferrer"
      @click=${() => events.dismiss(toast)}
      >${labels.openPage}</a
    >`;
  }
  return html`<div class="by-hand">
    <textarea
      class="field"
      part="toast-field"
      readonly
      rows="2"
      aria-label=${labels.copyByHand}
      .value=${remedy.text}
      @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}
    ></textarea>
    <button class="button" part="button toast-copy" type="button" @click=${() => events.copy(toast, remedy.text)}>
      ${labels.copy}
    </button>
  </div>`;
}
