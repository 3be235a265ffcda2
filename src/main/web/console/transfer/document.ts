import type { ActionDocument, DocumentAction } from '../api/contract';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

/** Of the documents that are read here. */
export const FORMAT = 'custom-actions/1';

/** Why a text is no document, in words for whoever chose it. */
export class DocumentFault extends Error {}

/**
 * Reads a document, also out of the whole answer of a call.
 *
 * @throws DocumentFault if it is none
 */
export function readDocument(text: string): ActionDocument {
  const parsed = parse(text);
  const document = isObject(parsed) && isObject(parsed.data) ? parsed.data : parsed;
  if (!isObject(document) || !Array.isArray(document.custom_actions)) {
    throw new DocumentFault(words.transfer.noList);
  }
  if (document.format !== FORMAT) {
    throw new DocumentFault(fill(words.transfer.otherFormat, { format: FORMAT }));
  }
  if (document.custom_actions.length === 0) {
    throw new DocumentFault(words.transfer.noActions);
  }
  return { format: FORMAT, custom_actions: document.custom_actions as DocumentAction[] };
}

/** The name of an action of a document, as far as it has one. */
export function nameOf(action: DocumentAction): string {
  return isObject(action) && typeof action.name === 'string' ? action.name.trim() : '';
}

/** Some actions of a document. They leave out their places, which are those among all. */
export function chosenOf(document: ActionDocument, names: ReadonlySet<string>): ActionDocument {
  return {
    format: document.format,
    custom_actions: document.custom_actions
      .filter((action) => names.has(nameOf(action)))
      .map(({ display_order: _, ...rest }) => rest),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DocumentFault(words.transfer.noJson);
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
