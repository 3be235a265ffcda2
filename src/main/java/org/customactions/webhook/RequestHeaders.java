package org.customactions.webhook;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.customactions.text.HeaderRules;

/** Builds the headers that are sent. They are checked once more, because they were rendered from strangers' data. */
final class RequestHeaders {

    private RequestHeaders() {}

    /**
     * @throws InvalidHeaderException if a name is not an HTTP token or is reserved for the connection, or if a value
     *     has control characters
     */
    static MultiMap of(Destination destination, Map<String, String> headers) throws InvalidHeaderException {
        var encoded = HttpHeaders.headers();
        encoded.set(HttpHeaders.HOST, destination.authority());
        encoded.set(HttpHeaders.USER_AGENT, "custom-actions");
        encoded.set(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        for (var header : headers.entrySet()) {
            var name = header.getKey();
            if (!HeaderRules.isName(name) || HeaderRules.isReserved(name)) {
                throw new InvalidHeaderException("Webhook has a header with a name that cannot be sent");
            }
            if (!HeaderRules.isValue(header.getValue())) {
                throw new InvalidHeaderException("Webhook header " + name + " has characters that cannot be sent");
            }
            // An older version stored such headers; what they ask for could not be read.
            if (!HeaderRules.isAcceptEncoding(name)) {
                encoded.set(name, utf8AsLatin1(header.getValue()));
            }
        }
        return encoded;
    }

    /** The HTTP encoder writes one byte for one character, so each UTF-8 byte becomes a character. */
    private static String utf8AsLatin1(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Thrown if a header cannot be sent. The message is a sentence for the person who wrote it. */
    static final class InvalidHeaderException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidHeaderException(String message) {
            super(message);
        }
    }
}
