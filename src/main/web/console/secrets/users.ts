import type { CustomAction } from '../api/contract';

/**
 * The actions that use a secret, if their configs tell of as many as the service counts. Where they do not, the service
 * masks headers for managers too, or somebody else has changed an action since it was read.
 */
export function usersOf(
  { name, used_by: count }: { readonly name: string; readonly used_by: number },
  actions: readonly CustomAction[],
): readonly CustomAction[] {
  const tag = new RegExp(`\\bsecret\\.${name}\\b`);
  const users = actions.filter(({ config }) => tag.test(JSON.stringify(config)));
  return users.length === count ? users : [];
}
