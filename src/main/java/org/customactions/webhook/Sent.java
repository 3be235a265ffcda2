package org.customactions.webhook;

import org.customactions.webhook.WebhookOutcome.Answered;

/**
 * A request that was sent, and how that ended.
 *
 * @param request as it was sent, with its token if it has one
 */
record Sent(WebhookRequest request, WebhookOutcome outcome) {

    /** The outcome without what nobody may be shown. */
    WebhookOutcome shown() {
        return outcome instanceof Answered answer
                ? answer.hiding(request.delivery().secrets())
                : outcome;
    }
}
