package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.customactions.api.JsonFields;

/**
 * How a webhook is sent, beside what it sends. What a config leaves out stays left out.
 *
 * @param timeoutSeconds 1 to 60
 * @param followRedirects default false
 * @param sendBody default true
 * @param background whether the click is answered before it is sent; default false
 */
record Sending(
        Optional<Integer> timeoutSeconds,
        Optional<Boolean> followRedirects,
        Optional<Boolean> sendBody,
        Optional<Boolean> background) {

    static final String TIMEOUT = "timeout_seconds";
    static final String FOLLOW_REDIRECTS = "follow_redirects";
    static final String SEND_BODY = "send_body";
    static final String BACKGROUND = "background";
    static final Sending USUAL = new Sending(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int MAX_SECONDS = 60;

    static Sending read(JsonFields fields) {
        return new Sending(
                fields.value(TIMEOUT)
                        .filter(value -> fields.expect(
                                value.isIntegralNumber()
                                        && value.canConvertToInt()
                                        && value.intValue() >= 1
                                        && value.intValue() <= MAX_SECONDS,
                                TIMEOUT,
                                "a whole number from 1 to 60"))
                        .map(JsonNode::intValue),
                fields.flag(FOLLOW_REDIRECTS),
                fields.flag(SEND_BODY),
                fields.flag(BACKGROUND));
    }

    Optional<Duration> timeout() {
        return timeoutSeconds.map(Duration::ofSeconds);
    }

    boolean followsRedirects() {
        return followRedirects.orElse(false);
    }

    boolean sendsBody() {
        return sendBody.orElse(true);
    }

    boolean isInBackground() {
        return background.orElse(false);
    }

    void writeTo(ObjectNode json) {
        timeoutSeconds.ifPresent(seconds -> json.put(TIMEOUT, seconds));
        followRedirects.ifPresent(flag -> json.put(FOLLOW_REDIRECTS, flag));
        sendBody.ifPresent(flag -> json.put(SEND_BODY, flag));
        background.ifPresent(flag -> json.put(BACKGROUND, flag));
    }
}
