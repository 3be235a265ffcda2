import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Labels } from './words/labels';
import { ancestors, isElement } from './tree';
import { isRightToLeft, wordsIn } from './words/translations';

/** The language that the page has where the element is, and follows it. */
export class Language implements ReactiveController {
  words: Labels = wordsIn('');
  /** How the words run, if the page does not say it. */
  direction: 'rtl' | undefined;

  private readonly observer = new MutationObserver(() => this.read());

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.read();
    for (const node of ancestors(this.host)) {
      if (!node.parentNode) {
        this.observer.observe(node, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
      }
    }
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private read(): void {
    const speaking = nearest(this.host, 'lang');
    this.words = wordsIn(speaking?.getAttribute('lang') ?? '');
    const directing = nearest(this.host, 'dir');
    // Said of the words, if it is said where the language is, or further inside.
    const isSaid = directing && speaking && [...ancestors(directing)].includes(speaking);
    this.direction = isRightToLeft(this.words) && !isSaid ? 'rtl' : undefined;
    this.host.requestUpdate();
  }
}

/** The element itself, or the nearest around it, that has an attribute. */
function nearest(element: Element, attribute: string): Element | undefined {
  for (const node of ancestors(element)) {
    if (isElement(node) && node.hasAttribute(attribute)) {
      return node;
    }
  }
  return undefined;
}
