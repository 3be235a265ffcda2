package org.customactions.kind.webhook;

import java.nio.charset.StandardCharsets;
import org.customactions.template.Room;

/**
 * What is left for a request while it is filled in: 8 KiB for the value of a header, 64 KiB for all headers, 1 MiB for
 * the whole, in bytes of UTF-8. A room of as many characters ends the filling in early; what has become of it is then
 * counted in bytes.
 */
final class RequestRoom {

    private static final int KIB = 1024;
    private static final int MAX_HEADER = 8 * KIB;
    private static final int MAX_HEADERS = 64 * KIB;
    private static final int MAX_REQUEST = KIB * KIB;

    private static final String HEADER = "The header %s becomes larger than 8 KiB; use fewer or shorter values in it";
    private static final String HEADERS = "The headers become larger than 64 KiB together; use fewer or shorter values";
    private static final String REQUEST = "The request becomes larger than 1 MiB; use fewer or shorter values in it";

    private int headers;
    private int request;

    /** Counts the URL. */
    void url(String url) {
        request += url.length();
    }

    /** The room for the value of a header. */
    Room forHeader(String name) {
        var left = MAX_HEADERS - headers - name.length();
        return left < MAX_HEADER
                ? Room.saying(HEADERS, Math.max(0, left))
                : Room.saying(HEADER.formatted(name), MAX_HEADER);
    }

    /** Counts a header. */
    void header(String name, String value) {
        var bytes = bytes(value);
        require(bytes <= MAX_HEADER, HEADER.formatted(name));
        headers += name.length() + bytes;
        require(headers <= MAX_HEADERS, HEADERS);
        request += name.length() + bytes;
    }

    /** The room for the body. */
    Room forBody() {
        return Room.saying(REQUEST, MAX_REQUEST - request);
    }

    /** Counts the body. */
    void body(byte[] body) {
        require(body.length <= MAX_REQUEST - request, REQUEST);
    }

    private static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void require(boolean fits, String sentence) {
        if (!fits) {
            throw new UnsendableException(sentence);
        }
    }
}
