package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Finds the secrets in a config's JSON: the values of a webhook's headers, and its signing secret. Other configs have
 * none. Each place has a name. That of a header is in lower case, because header names ignore case.
 */
final class WebhookSecrets {

    private static final String HEADERS = "headers";
    private static final String SIGNING_SECRET = "signing_secret";

    private WebhookSecrets() {}

    /** A copy of the config with the function's result in each place. */
    static JsonNode replaced(JsonNode config, BiFunction<String, JsonNode, JsonNode> replacement) {
        if (!(config instanceof ObjectNode object) || !(object.has(HEADERS) || object.has(SIGNING_SECRET))) {
            return config;
        }
        var copy = object.objectNode();
        copy.setAll(object);
        if (object.get(HEADERS) instanceof ObjectNode headers) {
            var changed = copy.putObject(HEADERS);
            headers.properties()
                    .forEach(header ->
                            changed.set(header.getKey(), replacement.apply(place(header.getKey()), header.getValue())));
        }
        if (object.has(SIGNING_SECRET)) {
            copy.set(SIGNING_SECRET, replacement.apply(SIGNING_SECRET, object.get(SIGNING_SECRET)));
        }
        return copy;
    }

    private static String place(String header) {
        return HEADERS + "." + header.toLowerCase(Locale.ROOT);
    }
}
