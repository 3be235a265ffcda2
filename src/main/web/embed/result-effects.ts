import { ServiceError } from '../shared/service-error';
import { copy } from './clipboard';
import type { ExecutionResult } from './contract';
import { failureOf } from './failure';
import { fill, type Labels } from './words/labels';
import { openHere, openInNewTab } from './navigation';
import { isGeneral, textOf } from './result-text';
import { redirectTarget } from './service-url';
import type { Remedy } from './toast';
import type { Toasts } from './toasts';
import { viewOf } from './tree';

/** Milliseconds for which the path to a page is sure to work. */
const FRESH = 25_000;

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
  /** Whether the click is so long past that the agent may be at something else. */
  readonly isLate?: boolean;
  /** Runs the action again, as a new click. */
  readonly retry?: () => void;
  /** Gets another path to the page of an execution. */
  readonly redirectAgain?: (executionId: string) => Promise<string>;
}

/** Does what the service's answer asks for: toast, clipboard, page. */
export async function apply(result: ExecutionResult, place: Surroundings): Promise<void> {
  if (place.isLate) {
    offer(result, place);
    return;
  }
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

/** Tells what came of it, and leaves clipboard and page to the agent. */
function offer(result: ExecutionResult, place: Surroundings): void {
  const { toasts, labels, name } = place;
  const offers = [...offeredLink(result, place), ...offeredCopy(result)];
  const [first] = result.success ? offers : [];
  if (first) {
    const text = result.toast ? textOf(result, name, labels) : fill(labels.done, { name });
    toasts.show(result.toast?.type ?? 'success', text, { title: name, remedy: first });
  } else {
    showToast(result, place);
  }
  for (const remedy of offers.filter((other) => other !== first)) {
    const text = remedy.kind === 'copy' ? labels.copyByHand : fill(labels.done, { name });
    toasts.show('info', text, { title: name, remedy });
  }
}

function offeredLink(result: ExecutionResult, place: Surroundings): readonly Remedy[] {
  if (result.redirect_url === undefined) {
    return [];
  }
  const url = redirectTarget(result.redirect_url, place.service);
  if (!url) {
    place.toasts.show('error', place.labels.badRedirect, { title: place.name });
    return [];
  }
  const since = Date.now();
  const another = freshAddress(result.execution_id, place);
  const again = () => (another && !isWithin(FRESH, since) ? another() : Promise.resolve(url));
  return [{ kind: 'link', url, again, isHere: !(result.open_in_new_tab ?? true) }];
}

function offeredCopy({ clipboard }: ExecutionResult): readonly Remedy[] {
  return clipboard ? [{ kind: 'copy', text: clipboard }] : [];
}

/** Whether a time of the machine's clock, which may have been set back meanwhile, is no longer ago. */
export function isWithin(milliseconds: number, since: number): boolean {
  const passed = Date.now() - since;
  return passed >= 0 && passed < milliseconds;
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
