import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { copy } from './clipboard';
import type { ToastType } from './contract';
import { closeIcon, spinner, toastIcon } from './icons';
import type { Labels } from './words/labels';
import { openLink } from './navigation';
import { sentence } from './state-view';
import { type Details, nextId, type Remedy, type Toast } from './toast';
import { viewOf } from './tree';

/** Whose notices they are. */
export interface NoticeKeeper {
  dismiss(id: number): void;
  pause(): void;
  resume(): void;
  show(toast: Toast): void;
}

/** What can be done in a toast. */
interface ToastEvents {
  dismiss(toast: Toast): void;
  copy(toast: Toast, text: string): void;
  copyId(toast: Toast, id: string): void;
  follow(toast: Toast, event: MouseEvent): void;
  retry(toast: Toast): void;
  pause(): void;
  resume(): void;
}

/**
 * Notices, with what can be done in them.
 *
 * @param labels of the place; each notice is in the words of its own element
 * @param scratch where text is copied from
 * @param isSpoken whether screen readers say the newest
 */
export function notices(
  shown: readonly Toast[],
  labels: Labels,
  scratch: HTMLElement,
  keeper: NoticeKeeper,
  isSpoken = true,
): TemplateResult[] {
  return [stack(shown, labels, eventsOf(scratch, keeper)), announcements(isSpoken ? shown.at(-1) : undefined)];
}

function eventsOf(scratch: HTMLElement, keeper: NoticeKeeper): ToastEvents {
  const tell = ({ source, title }: Toast, type: ToastType, message: string) =>
    keeper.show({ id: nextId(), type, message, title, source });
  const dismiss = (toast: Toast) => {
    keeper.dismiss(toast.id);
    // The button that had the focus is gone with its notice.
    toast.source.takeFocus?.();
  };
  const copyId = async (toast: Toast, id: string) => {
    if (await copy(id, scratch)) {
      tell(toast, 'success', toast.source.words.copied);
    }
  };
  const copyByHand = async (toast: Toast, text: string) => {
    if (await copy(text, scratch)) {
      dismiss(toast);
      tell(toast, 'success', toast.source.words.copied);
    }
  };
  const follow = (toast: Toast, event: MouseEvent) => {
    if (toast.remedy?.kind === 'link' && toast.remedy.again) {
      event.preventDefault();
      openLink(toast.remedy.again, toast.remedy.isHere ?? false, viewOf(scratch)).catch((error: unknown) =>
        tell(toast, 'error', sentence(error, toast.source.words)),
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
  return {
    dismiss,
    copy: (toast, text) => void copyByHand(toast, text),
    copyId: (toast, id) => void copyId(toast, id),
    follow,
    retry,
    pause: () => keeper.pause(),
    resume: () => keeper.resume(),
  };
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
      (toast) => notice(toast, toast.source.words, events),
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
      ${toast.details ? details(toast, toast.details, labels, events) : nothing}
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
      target=${remedy.isHere ? nothing : '_blank'}
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
      ${remedy.label ?? labels.retry}
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
function details(
  toast: Toast,
  { status, answer, executionId }: Details,
  labels: Labels,
  events: ToastEvents,
): TemplateResult {
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
                <button class="copy-id" type="button" @click=${() => events.copyId(toast, executionId)}>
                  ${labels.copy}
                </button>
              </dd>`
          : nothing
      }
    </dl>
  </details>`;
}
