package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.customactions.api.JsonFields;
import org.customactions.kind.ConfigTemplates;
import org.customactions.kind.SecretMask;
import org.customactions.template.Escaping;
import org.customactions.text.HeaderRules;

/** Reads a webhook's headers by their rules. */
final class WebhookHeaders {

    private static final int MAX_HEADERS = 50;
    private static final int MAX_VALUE = 4_096;
    private static final int MAX_NAME = 256;

    private WebhookHeaders() {}

    static Map<String, String> read(JsonFields fields) {
        var headers = new LinkedHashMap<String, String>();
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        var names = fields.names();
        if (names.size() > MAX_HEADERS) {
            fields.complain("", "A webhook can have at most %d headers".formatted(MAX_HEADERS));
            return headers;
        }
        for (var name : names) {
            if (acceptsName(fields, name, seen)) {
                fields.text(name, MAX_VALUE)
                        .filter(value -> acceptsValue(fields, name, value))
                        .ifPresent(value -> headers.put(name, value));
            }
        }
        if (!fields.isStored()) {
            checkContentType(fields, headers);
        }
        return headers;
    }

    static Map<String, String> unmasked(Map<String, String> headers, JsonNode stored, JsonFields fields) {
        var known = new TreeMap<String, JsonNode>(String.CASE_INSENSITIVE_ORDER);
        stored.fieldNames().forEachRemaining(name -> known.put(name, stored.get(name)));
        var unmasked = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> SecretMask.unmasked(value, known.get(name), fields, "headers." + name)
                .ifPresent(secret -> unmasked.put(name, secret)));
        return unmasked;
    }

    /** Complains of a Content-Type by which nobody can tell how the body has to be written. */
    static void checkContentType(JsonFields fields, Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (name.equalsIgnoreCase(WebhookConfig.CONTENT_TYPE) && !value.equals(SecretMask.MASK)) {
                BodyFormat.problem(value)
                        .ifPresent(problem -> fields.complain(name, "The header %s %s".formatted(name, problem)));
            }
        });
    }

    private static boolean acceptsName(JsonFields fields, String name, Set<String> seen) {
        if (!HeaderRules.isName(name) || name.length() > MAX_NAME) {
            fields.complain(name, "A header name must be 1 to 256 letters, digits or characters of !#$%&'*+-.^_`|~");
            return false;
        }
        if (HeaderRules.isReserved(name) || HeaderRules.isAcceptEncoding(name) && !fields.isStored()) {
            fields.complain(name, "The header %s is set by the service itself; remove it".formatted(name));
            return false;
        }
        if (!seen.add(name)) {
            fields.complain(name, "Header %s appears twice; header names ignore case".formatted(name));
            return false;
        }
        return true;
    }

    private static boolean acceptsValue(JsonFields fields, String name, String value) {
        // A stored value is checked once it is filled in, as its templates are.
        if (!fields.isStored() && !HeaderRules.isValue(value)) {
            fields.complain(name, "The header %s must not hold line breaks or control characters".formatted(name));
            return false;
        }
        return ConfigTemplates.accepts(fields, name, value, Escaping.HEADER);
    }
}
