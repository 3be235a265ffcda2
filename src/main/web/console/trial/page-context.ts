import type { PageContext } from '../../embed/contract';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

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
      : { complaint: words.trial.contextNoObject };
  } catch (error) {
    return { complaint: fill(words.trial.contextNoJson, { reason: (error as Error).message }) };
  }
}
