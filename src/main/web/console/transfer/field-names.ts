import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** How people call the fields of an action. */
const NAMES: Readonly<Record<string, string>> = {
  name: words.common.name,
  icon: words.fields.icon,
  action_type: words.common.type,
  is_active: words.common.active,
  display_order: words.transfer.place,
  inputs: words.fields.inputs,
  confirmation: words.fields.confirmation,
  visible_to: words.transfer.shownTo,
  'config.url': words.fields.url,
  'config.method': words.fields.method,
  'config.body': words.fields.body,
  'config.send_body': words.transfer.sendsBody,
  'config.code': words.fields.code,
  'config.open_in_new_tab': words.transfer.opensNewTab,
  'config.timeout_seconds': words.transfer.waitSeconds,
  'config.follow_redirects': words.transfer.followsRedirects,
  'config.success_when': words.fields.workedIf,
  'config.background': words.fields.background,
  'config.signing_secret': words.fields.signingSecret,
  'config.result.toast': words.fields.notice,
  'config.result.failure': words.fields.failureNotice,
  'config.result.clipboard': words.fields.copied,
  'config.result.url': words.fields.pageToOpen,
};

const GROUPS: ReadonlyArray<readonly [prefix: string, name: string]> = [
  ['config.headers.', words.fields.header],
  ['config.auth.', words.transfer.signIn],
  ['config.signature.', words.transfer.signature],
];

export function fieldName(field: string): string {
  const group = GROUPS.find(([prefix]) => field.startsWith(prefix));
  return NAMES[field] ?? (group ? fill(group[1], { name: field.slice(group[0].length).replaceAll('_', ' ') }) : field);
}
