/** Fields of an action as the form calls them, by the service's names. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'Name',
  icon: 'Icon',
  action_type: 'Type',
  is_active: 'Active',
  display_order: 'Place in the list',
  inputs: 'Inputs',
  confirmation: 'Confirmation',
  visible_to: 'Roles and tags',
  'visible_to.roles': 'Roles',
  'visible_to.tags': 'Tags',
  'config.url': 'URL',
  'config.method': 'Method',
  'config.headers': 'Headers',
  'config.body': 'Body',
  'config.send_body': 'Send a body',
  'config.code': 'Code',
  'config.open_in_new_tab': 'Open in a new tab',
  'config.auth': 'Who calls',
  'config.auth.username': 'User name',
  'config.auth.password': 'Password',
  'config.auth.token_url': 'Token URL',
  'config.auth.client_id': 'Client id',
  'config.auth.client_secret': 'Client secret',
  'config.auth.scope': 'Scope',
  'config.auth.audience': 'Audience',
  'config.signing_secret': 'Signing secret',
  'config.signature': 'Other signature',
  'config.signature.header': 'Header of another signature',
  'config.signature.secret': 'Key of that signature',
  'config.timeout_seconds': 'Seconds to wait',
  'config.follow_redirects': 'Follow redirects',
  'config.success_when': 'It worked if',
  'config.background': 'In the background',
  'config.result': 'Shown to the agent',
  'config.result.toast': 'Notice',
  'config.result.failure': 'Notice of a failure',
  'config.result.clipboard': 'Copied to the clipboard',
  'config.result.url': 'Page to open',
};

const PARTS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/^config\.headers\.(.+)$/s, (name) => `Header ${name}`],
  [/^inputs\.(.+)\.(label|type|required|placeholder|default|options)$/s, (name) => `Input ${name}`],
  [/^inputs\.(.+)$/s, (name) => `Input ${name}`],
];

/** What people call a field; the service's name if there is no other. */
export function labelOf(path: string): string {
  const [label] = PARTS.flatMap(([pattern, word]) => {
    const found = pattern.exec(path);
    return found ? [word(found[1]) + (found[2] ? `: ${found[2]}` : '')] : [];
  });
  return LABELS[path] ?? label ?? path.replace(/^config\./, '');
}

/** Some of many, in words: `URL, Notice and 2 more`. */
export function listOf(names: readonly string[], most = 3): string {
  const shown = names.length <= most ? names : [...names.slice(0, most - 1), `${names.length - most + 1} more`];
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Whether nobody is told what a field says. */
export function isSecretField(path: string): boolean {
  return /^config\.(headers\..+|auth\.(password|client_secret)|signature\.secret|signing_secret)$/s.test(path);
}
