import { copy } from './clipboard';
import type { ExecutionResult } from './contract';
import type { Labels } from './labels';
import { openHere, openInNewTab } from './navigation';
import { redirectTarget } from './service-url';
import type { Toasts } from './toasts';

/** Where the effects of a click show. */
export interface Surroundings {
  readonly toasts: Toasts;
  readonly labels: Labels;
  /** URL of the service. */
  readonly service: string;
  readonly root: ParentNode;
  /** Whether the effects are still wanted, which they are not once another contact is shown. */
  isWanted(): boolean;
}

/** Does what the service's answer asks for: toast, clipboard, page. */
export async function apply(result: ExecutionResult, place: Surroundings): Promise<void> {
  if (result.clipboard !== undefined) {
    // Before a new tab takes the focus, without which browsers leave the clipboard alone.
    await fillClipboard(result, result.clipboard, place);
  } else {
    showToast(result, place);
  }
  if (result.redirect_url !== undefined && place.isWanted()) {
    follow(result.redirect_url, result.open_in_new_tab ?? true, place);
  }
}

function showToast(result: ExecutionResult, { toasts }: Surroundings): void {
  if (result.toast) {
    toasts.show(result.toast.type, result.toast.message);
  } else if (!result.success) {
    toasts.show('error', result.message);
  }
}

async function fillClipboard(result: ExecutionResult, text: string, place: Surroundings): Promise<void> {
  const isCopied = await copy(text, place.root);
  if (!place.isWanted()) {
    return;
  }
  showToast(result, place);
  if (!isCopied) {
    place.toasts.show('warning', place.labels.copyByHand, { kind: 'copy', text });
  } else if (!result.toast) {
    place.toasts.show('success', place.labels.copied);
  }
}

function follow(redirect: string, inNewTab: boolean, { toasts, labels, service }: Surroundings): void {
  const url = redirectTarget(redirect, service);
  if (!url) {
    toasts.show('error', labels.badRedirect);
  } else if (!inNewTab) {
    openHere(url);
  } else if (!openInNewTab(url)) {
    toasts.show('warning', labels.blockedTab, { kind: 'link', url });
  }
}
