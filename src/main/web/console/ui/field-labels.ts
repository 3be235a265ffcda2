import { counted, fill } from '../words/fill';
import { words } from '../words/spoken';

/** Fields of an action as the form calls them, by the service's names. */
const LABELS: Readonly<Record<string, string>> = {
  name: words.common.name,
  icon: words.fields.icon,
  action_type: words.common.type,
  is_active: words.common.active,
  display_order: words.fields.place,
  inputs: words.fields.inputs,
  confirmation: words.fields.confirmation,
  visible_to: words.fields.visibleTo,
  'visible_to.roles': words.fields.roles,
  'visible_to.tags': words.fields.tags,
  'config.url': words.fields.url,
  'config.method': words.fields.method,
  'config.headers': words.fields.headers,
  'config.body': words.fields.body,
  'config.send_body': words.fields.sendBody,
  'config.code': words.fields.code,
  'config.open_in_new_tab': words.fields.newTab,
  'config.auth': words.fields.whoCalls,
  'config.auth.username': words.fields.username,
  'config.auth.password': words.fields.password,
  'config.auth.token_url': words.fields.tokenUrl,
  'config.auth.client_id': words.fields.clientId,
  'config.auth.client_secret': words.fields.clientSecret,
  'config.auth.scope': words.fields.scope,
  'config.auth.audience': words.fields.audience,
  'config.signing_secret': words.fields.signingSecret,
  'config.signature': words.fields.otherSignature,
  'config.signature.header': words.fields.signatureHeader,
  'config.signature.secret': words.fields.signatureKey,
  'config.timeout_seconds': words.fields.seconds,
  'config.follow_redirects': words.fields.redirects,
  'config.success_when': words.fields.workedIf,
  'config.background': words.fields.background,
  'config.result': words.fields.shownToAgent,
  'config.result.toast': words.fields.notice,
  'config.result.failure': words.fields.failureNotice,
  'config.result.clipboard': words.fields.copied,
  'config.result.url': words.fields.pageToOpen,
};

const PARTS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/^config\.headers\.(.+)$/s, (name) => fill(words.fields.header, { name })],
  [/^inputs\.(.+)\.(label|type|required|placeholder|default|options)$/s, (name) => fill(words.fields.input, { name })],
  [/^inputs\.(.+)$/s, (name) => fill(words.fields.input, { name })],
];

function isPart(name: string | undefined): name is keyof typeof words.inputParts {
  return name !== undefined && Object.hasOwn(words.inputParts, name);
}

/** What people call a field; the service's name if there is no other. */
export function labelOf(path: string): string {
  const [label] = PARTS.flatMap(([pattern, word]) => {
    const found = pattern.exec(path);
    return found ? [word(found[1]) + (isPart(found[2]) ? `: ${words.inputParts[found[2]]}` : '')] : [];
  });
  return LABELS[path] ?? label ?? path.replace(/^config\./, '');
}

/** Some of many, in words: `URL, Notice and 2 more`. */
export function listOf(names: readonly string[], most = 3): string {
  const shown =
    names.length <= most ? names : [...names.slice(0, most - 1), counted(words.fields.more, names.length - most + 1)];
  return shown.length < 2
    ? shown.join()
    : fill(words.fields.listed, { list: shown.slice(0, -1).join(words.fields.comma), last: shown[shown.length - 1] });
}

/** Whether nobody is told what a field says. */
export function isSecretField(path: string): boolean {
  return /^config\.(headers\..+|auth\.(password|client_secret)|signature\.secret|signing_secret)$/s.test(path);
}
