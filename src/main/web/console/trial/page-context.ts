import type { PageContext } from '../../embed/contract';

export type ReadContext = { readonly context?: PageContext } | { readonly complaint: string };

/** What somebody typed as the context of a page. */
export function contextIn(text: string): ReadContext {
  if (text.trim() === '') {
    return {};
  }
  try {
    const context: unknown = JSON.parse(text);
    return typeof context === 'object' && context !== null && !Array.isArray(context)
      ? { context: context as PageContext }
      : { complaint: 'The context has to be a JSON object such as {"conversation": "42"}' };
  } catch (error) {
    return { complaint: `The context is no JSON: ${(error as Error).message}` };
  }
}
