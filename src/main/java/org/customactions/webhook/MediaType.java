package org.customactions.webhook;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The part of a {@code Content-Type} that decides how a body is read (RFC 9110 section 8.3).
 *
 * @param name type and subtype in lower case, empty if there is none
 * @param charset UTF-8 if none is named; empty if the named one is unknown
 */
record MediaType(String name, Optional<Charset> charset) {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TEXT = Set.of(
            "application/ecmascript",
            "application/javascript",
            "application/x-ndjson",
            "application/x-www-form-urlencoded",
            "application/x-yaml",
            "application/xml",
            "application/yaml");

    static MediaType parse(String contentType) {
        var name = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var charset = CHARSET.matcher(contentType);
        return new MediaType(name, charset.find() ? named(charset.group(1)) : Optional.of(StandardCharsets.UTF_8));
    }

    private static Optional<Charset> named(String charset) {
        try {
            return Optional.of(Charset.forName(charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    boolean isJson() {
        return name.equals("application/json") || name.equals("text/json") || name.endsWith("+json");
    }

    boolean mayBeJson() {
        return name.isEmpty() || name.startsWith("text/") || isJson();
    }

    boolean isText() {
        return mayBeJson() || name.endsWith("+xml") || TEXT.contains(name);
    }
}
