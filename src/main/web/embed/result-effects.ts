import { ServiceError } from '../shared/service-error';
import { copy } from './clipboard';
import type { ExecutionResult } from './contract';
import { failureOf } from './failure';
import type { Labels } from './words/labels';
import { openHere, openInNewTab } from './navigation';
import { isGeneral, textOf } from './result-text';
import { redirectTarget } from './service-url';
import type { Toasts } from './toasts';
import { viewOf } from './tree';

/** Where the effects of a click show. */
export interface Surroundings {
  readonly toasts: Toasts;
  readonly labels: Labels;
  /** URL of the service. */
  readonly service: string;
  readonly root: ParentNode & Node;
  /** Name of the action. */
  readonly name: string;
  /** Whether the effects are still wanted, which they are not once another contact is shown. */
  isWanted(): boolean;
  /** Runs the action again, as a new click. */
  readonly retry?: () => void;
  /** Gets another path to the page of an execution. */
  readonly redirectAgain?: (executionId: string) => Promise<string>;
}

/** Does what the service's answer asks for: toast, clipboard, page. */
export async function apply(result: ExecutionResult, place: Surroundings): Promise<void> {
  if (result.clipboard) {
    // Before a new tab takes the focus, without which browsers leave the clipboard alone.
    await fillClipboard(result, result.clipboard, place);
  } else {
    showToast(result, place);
  }
  if (result.redirect_url !== undefined && place.isWanted()) {
    follow(result, result.redirect_url, place);
  }
}

function showToast(result: ExecutionResult, { toasts, labels, name, retry }: Surroundings): void {
  const text = textOf(result, name, labels);
  if (!result.success) {
    toasts.show(result.toast?.type ?? 'error', text, failureOf(result, text, name, retry));
  } else if (result.toast) {
    toasts.show(result.toast.type, text, isGeneral(result) && name ? { title: name } : {});
  }
}

async function fillClipboard(result: ExecutionResult, text: string, place: Surroundings): Promise<void> {
  const isCopied = await copy(text, place.root);
  if (!place.isWanted()) {
    return;
  }
  if (isCopied || !result.success) {
    showToast(result, place);
  }
  if (!isCopied) {
    // Instead of a notice that may say that it was copied.
    place.toasts.show('warning', place.labels.copyByHand, { title: place.name, remedy: { kind: 'copy', text } });
  } else if (!result.toast) {
    place.toasts.show('success', place.labels.copied);
  }
}

function follow(result: ExecutionResult, redirect: string, place: Surroundings): void {
  const { toasts, labels, service, name } = place;
  const url = redirectTarget(redirect, service);
  if (!url) {
    toasts.show('error', labels.badRedirect, { title: name });
  } else if (!(result.open_in_new_tab ?? true)) {
    openHere(url, viewOf(place.root));
  } else if (!openInNewTab(url, viewOf(place.root))) {
    const again = freshAddress(result.execution_id, place);
    toasts.show('warning', labels.blockedTab, { title: name, remedy: { kind: 'link', url, again } });
  }
}

/** The first address is over within seconds. */
function freshAddress(
  executionId: string | undefined,
  { redirectAgain, service, labels }: Surroundings,
): (() => Promise<string>) | undefined {
  return executionId && redirectAgain
    ? async () => {
        const url = redirectTarget(await redirectAgain(executionId), service);
        if (!url) {
          throw new ServiceError('unexpected', { message: labels.badRedirect });
        }
        return url;
      }
    : undefined;
}
