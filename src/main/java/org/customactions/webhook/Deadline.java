package org.customactions.webhook;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.customactions.text.Quantity;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/**
 * When a call is over, whatever it is made of: redirects, the fetching of a token, a second attempt.
 *
 * @param whole what it may take from its start
 * @param startNanos the start
 */
record Deadline(Duration whole, long startNanos) {

    /** A call that starts now. */
    static Deadline in(Duration whole) {
        return new Deadline(whole, System.nanoTime());
    }

    long remainingMillis() {
        var elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
        return Math.max(0, whole.toMillis() - elapsed);
    }

    Failed missed() {
        return new Failed(Cause.TIMEOUT, "Webhook timed out after " + Quantity.of(whole));
    }
}
