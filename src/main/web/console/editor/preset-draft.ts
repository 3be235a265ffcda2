import { configOf, type Preset } from '../presets/preset';
import type { Draft } from './draft';
import { withSecrets } from './new-secrets';
import { newWebhookDraft } from './webhook-draft';

/** A draft that begins as a preset says; a name that was typed stays. */
export function withPreset(draft: Draft, preset: Preset, answers: Readonly<Record<string, string>>): Draft {
  return {
    ...draft,
    name: draft.name.trim() ? draft.name : preset.name,
    icon: preset.icon,
    type: 'webhook',
    webhook: newWebhookDraft(configOf(preset, answers)),
    newSecrets: withSecrets(
      draft.newSecrets,
      preset.secrets.map(({ name, label, hint }) => ({ name, label, hint, value: '' })),
    ),
  };
}
