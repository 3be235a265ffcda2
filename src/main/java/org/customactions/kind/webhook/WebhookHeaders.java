package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.customactions.api.JsonFields;
import org.customactions.kind.ConfigTemplates;
import org.customactions.kind.SecretMask;
import org.customactions.template.Escaping;

/** The rules of a webhook's headers. */
final class WebhookHeaders {

    private static final int MAX_HEADERS = 50;
    private static final int MAX_VALUE = 4_096;
    private static final int MAX_NAME = 256;

    /** A token of RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

    /** Headers that belong to the connection (RFC 9110, section 7.6.1) or that the sender must set itself. */
    private static final Set<String> REFUSED = insensitive(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings",
            "Expect",
            "Host",
            "Content-Length");

    private WebhookHeaders() {}

    static Map<String, String> read(JsonFields fields) {
        var headers = new LinkedHashMap<String, String>();
        var seen = insensitive();
        var names = fields.names();
        if (names.size() > MAX_HEADERS) {
            fields.complain("", "Headers must be at most %d".formatted(MAX_HEADERS));
            return headers;
        }
        for (var name : names) {
            if (acceptsName(fields, name, seen)) {
                fields.text(name, MAX_VALUE)
                        .filter(value -> acceptsValue(fields, name, value))
                        .ifPresent(value -> headers.put(name, value));
            }
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

    private static boolean acceptsName(JsonFields fields, String name, Set<String> seen) {
        if (!TOKEN.matcher(name).matches() || name.length() > MAX_NAME) {
            fields.complain(name, "A header name must be 1 to 256 letters, digits or characters of !#$%&'*+-.^_`|~");
            return false;
        }
        if (REFUSED.contains(name)) {
            fields.complain(name, "The header %s is set by the service itself; remove it".formatted(name));
            return false;
        }
        if (!seen.add(name)) {
            fields.complain(name, "The header %s stands twice; upper and lower case are the same".formatted(name));
            return false;
        }
        return true;
    }

    private static boolean acceptsValue(JsonFields fields, String name, String value) {
        if (CONTROL.matcher(value).find()) {
            fields.complain(name, "The header %s must not hold line breaks or control characters".formatted(name));
            return false;
        }
        return ConfigTemplates.accepts(fields, name, value, Escaping.HEADER);
    }

    private static Set<String> insensitive(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
