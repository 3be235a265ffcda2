package org.customactions.webhook;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers of a request as they go out, checked once more since they were rendered from strangers' data. */
final class RequestHeaders {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
    private static final Set<String> RESERVED = Set.of(
            "connection",
            "content-length",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private RequestHeaders() {}

    /**
     * @throws InvalidHeaderException for a name that is not an HTTP token or is the connection's own business, and for
     *     control characters in a value
     */
    static MultiMap of(Destination destination, Map<String, String> headers) throws InvalidHeaderException {
        MultiMap encoded = HttpHeaders.headers();
        encoded.set(HttpHeaders.HOST, destination.authority());
        encoded.set(HttpHeaders.USER_AGENT, "custom-actions");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey();
            if (!TOKEN.matcher(name).matches() || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new InvalidHeaderException("Webhook has a header with a name that cannot be sent");
            }
            if (CONTROL.matcher(header.getValue()).find()) {
                throw new InvalidHeaderException("Webhook header " + name + " has characters that cannot be sent");
            }
            encoded.set(name, utf8AsLatin1(header.getValue()));
        }
        return encoded;
    }

    /** The HTTP encoder writes one byte for one character, so each UTF-8 byte becomes a character. */
    private static String utf8AsLatin1(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A header that cannot be sent; the message is a sentence for the person who wrote it. */
    static final class InvalidHeaderException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidHeaderException(String message) {
            super(message);
        }
    }
}
