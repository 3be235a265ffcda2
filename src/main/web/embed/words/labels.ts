/** Every text of the element itself. `{name}` and `{seconds}` are filled in. */
export interface Labels {
  toolbar: string;
  more: string;
  loading: string;
  empty: string;
  retry: string;
  running: string;
  unreachable: string;
  unauthorized: string;
  throttled: string;
  throttledFor: string;
  unexpected: string;
  badAddress: string;
  blockedTab: string;
  openPage: string;
  badRedirect: string;
  copied: string;
  copyByHand: string;
  copy: string;
  dismiss: string;
  notifications: string;
  run: string;
  cancel: string;
  choose: string;
  otherContact: string;
  details: string;
  status: string;
  answer: string;
  execution: string;
}

export const ENGLISH: Readonly<Labels> = {
  toolbar: 'Actions',
  more: 'More actions',
  loading: 'Loading actions',
  empty: 'No actions',
  retry: 'Try again',
  running: '{name} is running',
  unreachable: 'The service cannot be reached',
  unauthorized: 'Your session has expired. Sign in again.',
  throttled: 'The service is busy. Try again in a moment.',
  throttledFor: 'The service is busy. Try again in {seconds} s.',
  unexpected: 'The answer of the service could not be read',
  badAddress: 'The address of the service is not valid',
  blockedTab: 'The browser blocked the new tab',
  openPage: 'Open the page',
  badRedirect: 'The action returned an address that cannot be opened',
  copied: 'Copied to the clipboard',
  copyByHand: 'Copy this text',
  copy: 'Copy',
  dismiss: 'Dismiss',
  notifications: 'Results of actions',
  run: 'Run',
  cancel: 'Cancel',
  choose: 'Choose',
  otherContact: '{name}, for another contact',
  details: 'Details',
  status: 'Status',
  answer: 'Answer',
  execution: 'Execution',
};

/** A label with its placeholders filled in. */
export function fill(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));
}
