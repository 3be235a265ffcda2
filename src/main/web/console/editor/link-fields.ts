import { html } from 'lit';
import { checkbox } from './checkbox-view';
import { FormPart } from './form-part';
import { words } from '../words/spoken';

const PATH = 'config.url';

/** The page that a link opens. */
export class LinkFields extends FormPart {
  protected override render(): unknown {
    const { url } = this.draft;
    return html`${this.line({
      path: PATH,
      label: words.fields.url,
      hint: words.editor.linkHint,
      value: url.url,
      place: 'link',
      placeholder: 'https://crm.example.com/?phone={{contact.phone_number}}',
      set: (typed) => this.change({ ...this.draft, url: { ...url, url: typed } }, PATH),
    })}
    ${checkbox(words.fields.newTab, 'config.open_in_new_tab', url.openInNewTab, this.isReadOnly, (openInNewTab) =>
      this.change({ ...this.draft, url: { ...url, openInNewTab } }, 'config.open_in_new_tab'),
    )}`;
  }
}
