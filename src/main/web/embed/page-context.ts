import type { ComplexAttributeConverter } from 'lit';
import { advise } from './advice';
import type { PageContext } from './contract';

/** Reads the attribute: a JSON object. Anything else is none, and the page's developer is told. */
export const PAGE_CONTEXT: ComplexAttributeConverter<PageContext | undefined> = {
  fromAttribute: (text) => (text ? read(text) : undefined),
};

function read(text: string): PageContext | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as PageContext;
    }
  } catch {
    // Told below.
  }
  advise('the attribute "context" is no JSON object, so no context is sent.');
  return undefined;
}
