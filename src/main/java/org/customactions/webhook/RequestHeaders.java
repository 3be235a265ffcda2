package org.customactions.webhook;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.customactions.text.HeaderRules;

/** The headers of a request as they go out, checked once more since they were rendered from strangers' data. */
final class RequestHeaders {

    private RequestHeaders() {}

    /**
     * @throws InvalidHeaderException for a name that is not an HTTP token or is the connection's own business, and for
     *     control characters in a value
     */
    static MultiMap of(Destination destination, Map<String, String> headers) throws InvalidHeaderException {
        var encoded = HttpHeaders.headers();
        encoded.set(HttpHeaders.HOST, destination.authority());
        encoded.set(HttpHeaders.USER_AGENT, "custom-actions");
        for (var header : headers.entrySet()) {
            var name = header.getKey();
            if (!HeaderRules.isName(name) || HeaderRules.isReserved(name)) {
                throw new InvalidHeaderException("Webhook has a header with a name that cannot be sent");
            }
            if (!HeaderRules.isValue(header.getValue())) {
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
