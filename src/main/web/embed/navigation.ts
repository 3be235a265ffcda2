/**
 * Opens a page in a new tab that cannot reach back into this one.
 *
 * @returns false where the browser's pop-up blocker would not have it
 */
export function openInNewTab(url: string, view: Window): boolean {
  // With "noopener" the answer is null whether the tab was opened or not.
  const tab = view.open('', '_blank');
  if (!tab) {
    return false;
  }
  tab.opener = null;
  tab.location.replace(url);
  return true;
}

/**
 * Opens a page in a new tab whose address is not known yet. The tab is opened at once, while the agent's click still allows
 * it.
 */
async function openLater(address: () => Promise<string>, view: Window): Promise<void> {
  const tab = view.open('', '_blank');
  try {
    const url = await address();
    if (tab) {
      tab.opener = null;
      tab.location.replace(url);
    } else {
      openHere(url, view);
    }
  } catch (error) {
    tab?.close();
    throw error;
  }
}

/** Leaves this page for another. */
export function openHere(url: string, view: Window): void {
  view.location.assign(url);
}

/** Opens a page whose address is not known yet: in a new tab, or here. */
export async function openLink(address: () => Promise<string>, isHere: boolean, view: Window): Promise<void> {
  if (isHere) {
    openHere(await address(), view);
  } else {
    await openLater(address, view);
  }
}
