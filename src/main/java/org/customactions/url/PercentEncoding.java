package org.customactions.url;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as UTF-8 (RFC 3986, 2.1). */
public final class PercentEncoding {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String URL_MARKS = UNRESERVED_MARKS + "!$&'()*+,;=:@/?";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Encodes everything but unreserved characters. */
    public static String component(String text) {
        var encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            appendByte(encoded, b, UNRESERVED_MARKS);
        }
        return encoded.toString();
    }

    /**
     * Encodes the characters that a path, query or fragment cannot contain. Delimiters and valid escapes stay; a stray
     * {@code %} becomes {@code %25}.
     */
    public static String rest(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var encoded = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2)) {
                encoded.append('%');
            } else {
                appendByte(encoded, bytes[i], URL_MARKS);
            }
        }
        return encoded.toString();
    }

    private static void appendByte(StringBuilder encoded, byte b, String marks) {
        if (isAsciiLetterOrDigit(b) || (b > 0 && marks.indexOf(b) >= 0)) {
            encoded.append((char) b);
        } else {
            encoded.append('%').append(HEX.toHexDigits(b));
        }
    }

    private static boolean isAsciiLetterOrDigit(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
    }

    private static boolean isHex(byte[] bytes, int index) {
        return index < bytes.length && HexFormat.isHexDigit(bytes[index]);
    }
}
