package org.customactions.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.regex.Pattern;
import org.customactions.webhook.Tokens.Answer;
import org.customactions.webhook.Tokens.Refusal;
import org.customactions.webhook.Tokens.Token;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/** Reads what a token server answers (RFC 6749 sections 5.1 and 5.2). */
final class TokenAnswer {

    private static final int MAX_TOKEN = 8 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,%d}".formatted(MAX_TOKEN));
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** If the server does not say how long. The upstream's 401 ends it sooner. */
    private static final long USUAL_SECONDS = 300;

    private static final long MOST_SECONDS = Duration.ofDays(1).toSeconds();

    /** For the way to the upstream, and for clocks that differ. */
    private static final long MARGIN_SECONDS = 30;

    private TokenAnswer() {}

    static Answer read(Answered answer) {
        var json = UpstreamBody.json(answer).orElse(MissingNode.getInstance());
        if (!answer.isSuccessful()) {
            return refusal("The token server answered %d %s"
                            .formatted(answer.status(), answer.reasonPhrase())
                            .strip()
                    + error(json));
        }
        var token = json.path("access_token").asText("");
        if (!TOKEN.matcher(token).matches()) {
            return refusal("The token server answered without a usable access_token" + error(json));
        }
        if (!json.path("token_type").asText("Bearer").equalsIgnoreCase("Bearer")) {
            return refusal("The token server answered with a token that is no Bearer token");
        }
        return new Token(
                token, System.nanoTime() + Duration.ofSeconds(seconds(json)).toNanos());
    }

    static Answer unreachable(Failed failed) {
        return new Refusal(
                new Failed(failed.cause(), "The token server gave no answer: " + failed.message(), failed.reason()));
    }

    /** How long it is used: a little shorter than it is valid. */
    private static long seconds(JsonNode json) {
        var said = json.path("expires_in").asText("");
        var valid = SECONDS.matcher(said).matches() ? Math.min(Long.parseLong(said), MOST_SECONDS) : USUAL_SECONDS;
        return valid - Math.min(MARGIN_SECONDS, (valid + 1) / 2);
    }

    private static String error(JsonNode json) {
        var error = json.path("error").asText("");
        return ERROR.matcher(error).matches() ? " (%s)".formatted(error) : "";
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(new Failed(Cause.TOKEN, sentence));
    }
}
