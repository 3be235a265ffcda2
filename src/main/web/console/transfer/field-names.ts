/** How people call the fields of an action. */
const NAMES: Readonly<Record<string, string>> = {
  name: 'Name',
  icon: 'Icon',
  action_type: 'Type',
  is_active: 'Active',
  display_order: 'Place',
  inputs: 'Inputs',
  confirmation: 'Confirmation',
  visible_to: 'Shown to',
  'config.url': 'URL',
  'config.method': 'Method',
  'config.body': 'Body',
  'config.send_body': 'Sends a body',
  'config.code': 'Code',
  'config.open_in_new_tab': 'Opens in a new tab',
  'config.timeout_seconds': 'Seconds to wait for the answer',
  'config.follow_redirects': 'Follows redirects',
  'config.success_when': 'It worked if',
  'config.background': 'In the background',
  'config.signing_secret': 'Signing secret',
  'config.result.toast': 'Notice',
  'config.result.failure': 'Notice of a failure',
  'config.result.clipboard': 'Copied to the clipboard',
  'config.result.url': 'Page to open',
};

const GROUPS: ReadonlyArray<readonly [prefix: string, name: string]> = [
  ['config.headers.', 'Header'],
  ['config.auth.', 'Sign-in at the API:'],
  ['config.signature.', 'Signature:'],
];

export function fieldName(field: string): string {
  const group = GROUPS.find(([prefix]) => field.startsWith(prefix));
  return NAMES[field] ?? (group ? `${group[1]} ${field.slice(group[0].length).replaceAll('_', ' ')}` : field);
}
