package org.customactions.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.customactions.crypto.Hmac;

/**
 * Signs requests by the Standard Webhooks specification, so that an upstream can tell that a request comes from here,
 * is fresh and has not been changed.
 */
public final class WebhookSignature {

    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String VERSION = "v1,";

    /** The header that vouches for the body; the others may be known. */
    public static final String SIGNATURE = "webhook-signature";

    /** The names of the headers. */
    public static final Set<String> NAMES = Set.of(ID, TIMESTAMP, SIGNATURE);

    private WebhookSignature() {}

    /**
     * The headers to send with a body.
     *
     * @param id of the message, the same when it is sent again
     * @param at time of sending
     */
    public static Map<String, String> headers(SigningSecret secret, String id, Instant at, byte[] body) {
        var timestamp = Long.toString(at.getEpochSecond());
        return Map.of(
                ID, id,
                TIMESTAMP, timestamp,
                SIGNATURE, VERSION + sign(secret, id + "." + timestamp + ".", body));
    }

    private static String sign(SigningSecret secret, String start, byte[] body) {
        var mac = Hmac.sha256(secret.key(), start.getBytes(StandardCharsets.UTF_8), body);
        return Base64.getEncoder().encodeToString(mac);
    }
}
