import { html } from 'lit';
import type { SignatureDraft } from './auth-draft';
import { newSigningSecret } from './signing-secret';
import { WebhookPart } from './webhook-part';
import { words } from '../words/spoken';

const PATH = 'config.signature';
const STANDARD = 'config.signing_secret';
const ALGORITHMS: ReadonlyArray<[string, string]> = [
  ['sha256', 'SHA-256'],
  ['sha1', 'SHA-1'],
  ['sha512', 'SHA-512'],
];
const ENCODINGS: ReadonlyArray<[string, string]> = [
  ['hex', 'Hex'],
  ['base64', 'Base64'],
];

/** How the receiver can check that a request comes from here. */
export class SignatureFields extends WebhookPart {
  protected override render(): unknown {
    const { signature, signingSecret } = this.webhook;
    const summary = [signingSecret.text ? 'Standard Webhooks' : '', signature.header].filter(Boolean).join(', ');
    return this.fold(words.editor.signatures, summary, [PATH, STANDARD], () => [
      this.standard(),
      this.other(signature),
    ]);
  }

  private standard(): unknown {
    const { signingSecret } = this.webhook;
    const generate = (): void => this.set({ signingSecret: { ...signingSecret, text: newSigningSecret() } }, STANDARD);
    return this.secret(
      {
        path: STANDARD,
        label: words.fields.signingSecret,
        isOptional: true,
        hint: words.editor.signingHint,
        aside: this.isReadOnly
          ? undefined
          : html`<button class="button quiet small" type="button" @click=${generate}>${words.editor.generate}</button>`,
      },
      signingSecret,
      (secret) => this.set({ signingSecret: secret }, STANDARD),
    );
  }

  private other(signature: SignatureDraft): unknown {
    return html`${this.line({
      path: `${PATH}.header`,
      label: words.fields.signatureHeader,
      isOptional: true,
      value: signature.header,
      placeholder: 'X-Hub-Signature-256',
      set: (header) => this.setSignature({ header }, 'header'),
    })}
    ${signature.header || signature.secret.text ? this.details(signature) : ''}`;
  }

  private details(signature: SignatureDraft): unknown {
    return html`${this.secret(
        { path: `${PATH}.secret`, label: words.fields.signatureKey, isTemplate: true },
        signature.secret,
        (secret) => this.setSignature({ secret }, 'secret'),
      )}
      <div class="field-pair">
        ${this.choice(
          `${PATH}.algorithm`,
          words.editor.algorithm,
          signature.algorithm || 'sha256',
          ALGORITHMS,
          (algorithm) => this.setSignature({ algorithm }, 'algorithm'),
        )}
        ${this.choice(`${PATH}.encoding`, words.editor.writtenAs, signature.encoding || 'hex', ENCODINGS, (encoding) =>
          this.setSignature({ encoding }, 'encoding'),
        )}
      </div>
      ${this.line({
        path: `${PATH}.prefix`,
        label: words.editor.textBefore,
        isOptional: true,
        value: signature.prefix,
        placeholder: 'sha256=',
        set: (prefix) => this.setSignature({ prefix }, 'prefix'),
      })}`;
  }

  private setSignature(change: Partial<SignatureDraft>, name: string): void {
    this.set({ signature: { ...this.webhook.signature, ...change } }, `${PATH}.${name}`);
  }
}
