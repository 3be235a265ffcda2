package org.customactions.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.customactions.text.Mask;

/**
 * Texts that an upstream gets and that no answer of the service may show, such as a token. They are masked as they are
 * and percent-encoded.
 */
public record Secrets(List<String> texts) {

    public static final Secrets NONE = new Secrets(List.of());

    /** Masking one that is shorter would garble an answer and hide nothing. */
    private static final int MIN_LENGTH = 4;

    public Secrets {
        texts = List.copyOf(texts);
    }

    /** One secret in its spellings. */
    public static Secrets of(String secret) {
        return secret.length() < MIN_LENGTH
                ? NONE
                : new Secrets(Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8))
                        .distinct()
                        .toList());
    }

    Secrets and(Secrets more) {
        if (more.texts.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(texts);
        all.addAll(more.texts);
        return new Secrets(all);
    }

    String masked(String text) {
        var masked = text;
        for (var secret : texts) {
            masked = masked.replace(secret, Mask.TEXT);
        }
        return masked;
    }

    /** The same JSON with the secrets masked in texts and names; may be the same object, changed. */
    JsonNode masked(JsonNode json) {
        if (texts.isEmpty()) {
            return json;
        }
        if (json instanceof TextNode text) {
            return TextNode.valueOf(masked(text.textValue()));
        }
        if (json instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                list.set(i, masked(list.get(i)));
            }
        }
        return json instanceof ObjectNode object ? maskedFields(object) : json;
    }

    private ObjectNode maskedFields(ObjectNode object) {
        var masked = object.objectNode();
        object.properties().forEach(field -> masked.set(masked(field.getKey()), masked(field.getValue())));
        return masked;
    }

    @Override
    public String toString() {
        return "Secrets[%d]".formatted(texts.size());
    }
}
