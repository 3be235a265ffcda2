import { checkbox } from './checkbox-view';
import { textField } from '../ui/field-view';
import { WebhookPart } from './webhook-part';

const TIMEOUT = 'config.timeout_seconds';
const REDIRECTS = 'config.follow_redirects';
const BODY = 'config.send_body';
const BACKGROUND = 'config.background';

/** How a webhook is sent, beside what it sends. */
export class SendingFields extends WebhookPart {
  protected override render(): unknown {
    const { timeoutSeconds, followsRedirects, sendsBody, isInBackground } = this.webhook;
    const summary = [
      timeoutSeconds ? `waits ${timeoutSeconds} s` : '',
      followsRedirects ? 'follows redirects' : '',
      sendsBody ? '' : 'no body',
      isInBackground ? 'in the background' : '',
    ];
    return this.fold('Sending', summary.filter(Boolean).join(', '), [TIMEOUT, REDIRECTS, BODY, BACKGROUND], () => [
      textField(
        {
          path: TIMEOUT,
          label: 'Seconds to wait for the answer',
          isOptional: true,
          errors: this.errors,
          hint: '1 to 60. Without it, the setting of the service.',
        },
        {
          value: timeoutSeconds,
          isReadOnly: this.isReadOnly,
          change: (typed) => this.set({ timeoutSeconds: typed }, TIMEOUT),
        },
      ),
      checkbox('Follow redirects', REDIRECTS, followsRedirects, this.isReadOnly, (isOn) =>
        this.set({ followsRedirects: isOn }, REDIRECTS),
      ),
      checkbox('Send no body at all', BODY, !sendsBody, this.isReadOnly, (isOn) =>
        this.set({ sendsBody: !isOn }, BODY),
      ),
      checkbox(
        'Answer the click at once and send in the background',
        BACKGROUND,
        isInBackground,
        this.isReadOnly,
        (isOn) => this.set({ isInBackground: isOn }, BACKGROUND),
      ),
    ]);
  }
}
