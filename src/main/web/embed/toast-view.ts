import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { copy } from './clipboard';
import { closeIcon, spinner, toastIcon } from './icons';
import type { Labels } from './labels';
import { openLater } from './navigation';
import { sentence } from './state-view';
import type { Details, Remedy, Toast, Toasts } from './toasts';

/** What can be done in a toast. */
interface ToastEvents {
  dismiss(toast: Toast): void;
  copy(toast: Toast, text: string): void;
  copyId(id: string): void;
  follow(toast: Toast, event: MouseEvent): void;
  retry(toast: Toast): void;
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
  const copyId = async (id: string) => {
    if (await copy(id, scratch)) {
      toasts.show('success', labels.copied);
    }
  };
  const follow = (toast: Toast, event: MouseEvent) => {
    if (toast.remedy?.kind === 'link' && toast.remedy.again) {
      event.preventDefault();
      openLater(toast.remedy.again).catch((error: unknown) =>
        toasts.show('error', sentence(error, labels), { title: toast.title }),
      );
    }
    dismiss(toast);
  };
  const retry = (toast: Toast) => {
    dismiss(toast);
    if (toast.remedy?.kind === 'retry') {
      toast.remedy.run();
    }
  };
  const events = {
    dismiss,
    copy: (toast: Toast, text: string) => void copyByHand(toast, text),
    copyId: (id: string) => void copyId(id),
    follow,
    retry,
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
  return toast ? keyed(toast.id, html`<span>${toast.title ? `${toast.title}: ` : ''}${toast.message}</span>`) : nothing;
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
    ${toast.isLasting ? spinner() : toastIcon(toast.type)}
    <div class="toast-text">
      ${toast.title ? html`<div class="title" part="toast-title">${toast.title}</div>` : nothing}
      <div class="message" part="toast-message">${toast.message}</div>
      ${toast.remedy ? remedy(toast, toast.remedy, labels, events) : nothing}
      ${toast.details ? details(toast.details, labels, events) : nothing}
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
    return html`<a
      class="link"
      part="toast-link"
      href=${remedy.url}
      target="_blank"
      rel="noopener noreferrer"
      @click=${(event: MouseEvent) => events.follow(toast, event)}
      >${labels.openPage}</a
    >`;
  }
  if (remedy.kind === 'retry') {
    return html`<button
      class="button again"
      part="button toast-retry"
      type="button"
      @click=${() => events.retry(toast)}
    >
      ${labels.retry}
    </button>`;
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

/** For who wants to know, or is asked by somebody who can help. */
function details({ status, answer, executionId }: Details, labels: Labels, events: ToastEvents): TemplateResult {
  return html`<details class="details" part="toast-details">
    <summary>${labels.details}</summary>
    <dl>
      ${
        status
          ? html`<dt>${labels.status}</dt>
              <dd>${status}</dd>`
          : nothing
      }
      ${
        answer
          ? html`<dt>${labels.answer}</dt>
              <dd class="answer">${answer}</dd>`
          : nothing
      }
      ${
        executionId
          ? html`<dt>${labels.execution}</dt>
              <dd>
                <code>${executionId}</code>
                <button class="copy-id" type="button" @click=${() => events.copyId(executionId)}>${labels.copy}</button>
              </dd>`
          : nothing
      }
    </dl>
  </details>`;
}
