import { LitElement } from 'lit';

/**
 * An element without a shadow root: labels and descriptions reach the fields of other parts, and the page's style sheet
 * styles all of them.
 */
export abstract class PlainElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
