import { html, type TemplateResult } from 'lit';
import type { FieldErrors } from '../ui/field-errors';
import { complaint } from '../ui/field-view';
import { ACTION_ICONS, actionIcon } from '../ui/icons';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const KNOWN = [...ACTION_ICONS.keys()];

/** One icon of those the buttons know. A name that they do not know is kept, and looks like what they show for it. */
export function iconPicker(
  chosen: string,
  errors: FieldErrors,
  isReadOnly: boolean,
  change: (icon: string) => void,
): TemplateResult {
  const names = KNOWN.includes(chosen) ? KNOWN : [...KNOWN, chosen];
  return html`<fieldset class="field plain" data-field="icon">
    <legend class="label">${words.fields.icon}</legend>
    <div class="icons">
      ${names.map(
        (name) =>
          html`<label class="icon-choice" title=${nameOf(name)}>
            <input
              type="radio"
              name="icon"
              value=${name}
              aria-label=${nameOf(name)}
              .checked=${name === chosen}
              ?disabled=${isReadOnly}
              @change=${() => change(name)}
            />${actionIcon(name)}
          </label>`,
      )}
    </div>
    ${complaint(errors, 'icon', 'field-icon')}
  </fieldset>`;
}

function nameOf(icon: string): string {
  return KNOWN.includes(icon) ? icon : icon ? fill(words.editor.shownAsZap, { icon }) : words.editor.noIcon;
}
