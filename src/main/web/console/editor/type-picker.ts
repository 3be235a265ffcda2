import { html, type TemplateResult } from 'lit';
import type { ActionType } from '../api/contract';
import { actionIcon } from '../ui/icons';
import { TYPE_MEANINGS, TYPE_NAMES } from '../ui/words';
import { words } from '../words/spoken';

const TYPES: ReadonlyArray<[ActionType, string]> = [
  ['webhook', 'zap'],
  ['url', 'external-link'],
  ['javascript', 'code'],
];

/** What kind of action it is. */
export function typePicker(
  chosen: ActionType,
  isReadOnly: boolean,
  change: (type: ActionType) => void,
): TemplateResult {
  return html`<fieldset class="field plain" data-field="action_type">
    <legend class="label">${words.common.type}</legend>
    <div class="types">
      ${TYPES.map(
        ([type, icon]) =>
          html`<label class="type-choice">
            <input
              type="radio"
              name="action_type"
              value=${type}
              aria-describedby="type-${type}"
              .checked=${type === chosen}
              ?disabled=${isReadOnly}
              @change=${() => change(type)}
            />
            <span class="tile ${type}">${actionIcon(icon)}</span>
            <span class="type-text"
              ><span class="type-name">${TYPE_NAMES[type]}</span
              ><span class="type-meaning" id="type-${type}">${TYPE_MEANINGS[type]}</span></span
            >
          </label>`,
      )}
    </div>
  </fieldset>`;
}
