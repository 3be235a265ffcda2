import { MASK } from '../api/contract';

/** Whether secrets that were not touched go as the mask, which keeps the stored ones, or as they are. */
export type SecretsAs = 'mask' | 'text';

/** A secret of a config as it is typed. */
export interface SecretText {
  readonly text: string;
  /** As the service has it. */
  readonly stored: string;
}

export const NO_SECRET: SecretText = { text: '', stored: '' };

export function storedSecret(text = ''): SecretText {
  return { text, stored: text };
}

export function unstored({ text }: SecretText): SecretText {
  return { text, stored: '' };
}

/** The secret as it is sent. */
export function sentAs({ text, stored }: SecretText, secrets: SecretsAs): string {
  return secrets === 'mask' && text !== '' && text === stored ? MASK : text;
}
