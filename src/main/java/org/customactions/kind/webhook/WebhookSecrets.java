package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Where secrets stand in a config as JSON: the values of a webhook's headers, and what it signs with. Other configs
 * have none. A place has a name, and that of a header is in lower case, since headers are the same in any.
 */
final class WebhookSecrets {

    private static final String HEADERS = "headers";
    private static final String SIGNING_SECRET = "signing_secret";

    private WebhookSecrets() {}

    /** A copy of the config in which the function's result stands in each place instead. */
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
