import { styles } from './styles';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Gives a shadow root the looks of the element. A style sheet serves only the document that it was made for. */
export function adopt(root: ShadowRoot, document: Document): void {
  const view = document.defaultView;
  if (!view) {
    return;
  }
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(styles.map(({ cssText }) => cssText).join('\n'));
    sheets.set(document, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}
