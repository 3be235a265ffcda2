/** A node and all around it, out of shadow roots too, the document last. */
export function* ancestors(node: Node): Iterable<Node> {
  for (let at: Node | null | undefined = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host) {
    yield at;
  }
}

/** The window that shows a node. It changes if a page moves the node into another document. */
export function viewOf(node: Node): Window & typeof globalThis {
  return node.ownerDocument?.defaultView ?? (node as Partial<Document>).defaultView ?? window;
}

/** The element that has the focus, inside of shadow roots too. */
export function focusedIn(document: Document): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return element as HTMLElement | null;
}

export function isElement(node: Node): node is HTMLElement {
  return node.nodeType === Node.ELEMENT_NODE;
}
