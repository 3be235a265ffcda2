package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.customactions.kind.HiddenData;
import org.customactions.text.HiddenTexts;
import org.customactions.text.Mask;
import org.customactions.webhook.CallNotes;
import org.customactions.webhook.UpstreamBody;
import org.customactions.webhook.WebhookOutcome;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookRequest;

/**
 * What a webhook sent and got back, as managers may see it: the beginnings of the bodies, and no secrets. Of a call
 * that was redirected, it is the last request.
 */
final class WebhookExchange {

    private static final int MAX_BODY_BYTES = 16 * 1024;
    private static final int MAX_URL_BYTES = 8 * 1024;
    private static final int MAX_HEADER_BYTES = 1024;
    private static final int MAX_HEADERS = 100;

    private final ExchangeSecrets secrets;
    private final HiddenTexts hidden;

    private WebhookExchange(ExchangeSecrets secrets) {
        this.secrets = secrets;
        this.hidden = secrets.texts();
    }

    /**
     * @param rendered as it was to be sent first
     * @param secrets of that
     */
    static ObjectNode of(WebhookRequest rendered, WebhookOutcome outcome, ExchangeSecrets secrets) {
        var notes = rendered.delivery().notes();
        var sent = notes.request().orElse(rendered);
        var exchange = new WebhookExchange(secrets.with(sent));
        var json = JsonNodeFactory.instance.objectNode();
        json.set("request", exchange.request(sent));
        if (outcome instanceof Answered answer) {
            json.set("response", exchange.response(answer));
        }
        json.set("timing", timing(notes));
        notes.address().ifPresent(address -> json.put("address", address));
        return json;
    }

    private ObjectNode request(WebhookRequest request) {
        var body = new String(request.body(), WebhookPreview.charset(request));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("url", start(request.url().toString(), MAX_URL_BYTES));
        headers(json.putObject("headers"), request.headers(), secrets::isSecretOfRequest);
        return json.put("body", start(body, MAX_BODY_BYTES));
    }

    /** Its body is null if it is no text. */
    private ObjectNode response(Answered answer) {
        var json = JsonNodeFactory.instance.objectNode().put("status", answer.status());
        headers(json.putObject("headers"), answer.headers(), ExchangeSecrets::isSecretOfAnswer);
        var body = answer.body().length == 0 ? Optional.of("") : text(answer);
        var start = body.map(text -> beginning(text, MAX_BODY_BYTES));
        json.put("body", start.map(Beginning::text).orElse(null));
        return json.put("truncated", start.filter(Beginning::isCut).isPresent());
    }

    /** JSON may spell a secret by escapes, which only reading it tells; then it is told as it was read. */
    private Optional<String> text(Answered answer) {
        return UpstreamBody.text(answer).flatMap(text -> {
            if (hidden.isEmpty() || text.indexOf('\\') < 0) {
                return Optional.of(text);
            }
            var json = UpstreamBody.json(answer);
            var shown = json.flatMap(known -> HiddenData.of(hidden, known));
            return shown.equals(json) ? Optional.of(text) : shown.map(Object::toString);
        });
    }

    private void headers(ObjectNode json, Map<String, String> headers, SecretName secret) {
        headers.entrySet().stream()
                .limit(MAX_HEADERS)
                .forEach(header -> json.put(
                        start(header.getKey(), MAX_HEADER_BYTES),
                        secret.test(header.getKey()) ? Mask.TEXT : start(header.getValue(), MAX_HEADER_BYTES)));
    }

    /** Tells by the name of a header whether its value is a secret. */
    @FunctionalInterface
    private interface SecretName {

        boolean test(String name);
    }

    private String start(String text, int most) {
        return beginning(text, most).text();
    }

    /** Masked first, so that no half of a secret is left at the end. */
    private Beginning beginning(String text, int most) {
        try {
            // One character more tells whether there is more.
            return Beginning.of(hidden.maskedStart(text, most + 1), most);
        } catch (HiddenTexts.TooLongException e) {
            return new Beginning(Mask.TEXT, true);
        }
    }

    private record Beginning(String text, boolean isCut) {

        /** As many whole characters as have room. */
        private static Beginning of(String text, int most) {
            var kept = cut(text, most);
            return new Beginning(kept, kept.length() < text.length());
        }
    }

    private static String cut(String text, int most) {
        var bytes = ByteBuffer.allocate(most);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), bytes, true);
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private static ObjectNode timing(CallNotes notes) {
        var timing = JsonNodeFactory.instance.objectNode();
        put(timing, "dns_ms", notes.lookUpMillis());
        put(timing, "connect_ms", notes.connectMillis());
        put(timing, "tls_ms", notes.tlsMillis());
        put(timing, "first_byte_ms", notes.firstByteMillis());
        return timing.put("total_ms", notes.totalMillis());
    }

    private static void put(ObjectNode timing, String name, OptionalLong millis) {
        timing.put(name, millis.isPresent() ? (Long) millis.getAsLong() : null);
    }
}
