import { checkbox } from './checkbox-view';
import { textField } from '../ui/field-view';
import { WebhookPart } from './webhook-part';
import { fill } from '../words/fill';
import { words } from '../words/spoken';

const TIMEOUT = 'config.timeout_seconds';
const REDIRECTS = 'config.follow_redirects';
const BODY = 'config.send_body';
const BACKGROUND = 'config.background';

/** How a webhook is sent, beside what it sends. */
export class SendingFields extends WebhookPart {
  protected override render(): unknown {
    const { timeoutSeconds, followsRedirects, sendsBody, isInBackground } = this.webhook;
    const summary = [
      timeoutSeconds ? fill(words.editor.waits, { count: timeoutSeconds }) : '',
      followsRedirects ? words.editor.follows : '',
      sendsBody ? '' : words.editor.noBody,
      isInBackground ? words.editor.inBackground : '',
    ];
    return this.fold(
      words.editor.sending,
      summary.filter(Boolean).join(words.fields.comma),
      [TIMEOUT, REDIRECTS, BODY, BACKGROUND],
      () => [
        textField(
          {
            path: TIMEOUT,
            label: words.editor.waitSeconds,
            isOptional: true,
            errors: this.errors,
            hint: words.editor.waitHint,
          },
          {
            value: timeoutSeconds,
            isReadOnly: this.isReadOnly,
            change: (typed) => this.set({ timeoutSeconds: typed }, TIMEOUT),
          },
        ),
        checkbox(words.fields.redirects, REDIRECTS, followsRedirects, this.isReadOnly, (isOn) =>
          this.set({ followsRedirects: isOn }, REDIRECTS),
        ),
        checkbox(words.editor.noBodyAtAll, BODY, !sendsBody, this.isReadOnly, (isOn) =>
          this.set({ sendsBody: !isOn }, BODY),
        ),
        checkbox(words.editor.answerAtOnce, BACKGROUND, isInBackground, this.isReadOnly, (isOn) =>
          this.set({ isInBackground: isOn }, BACKGROUND),
        ),
      ],
    );
  }
}
