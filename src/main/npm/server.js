/** Stands in for the element where pages are rendered without a document. The browser then loads the real one. */
export class CustomActionsElement {}
