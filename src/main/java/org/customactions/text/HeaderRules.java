package org.customactions.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for headers whose names and values come from somebody else, for saving, filling in and sending them. */
public final class HeaderRules {

    /** A token of RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<String> RESERVED = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private HeaderRules() {}

    /** Whether this is a valid header name. */
    public static boolean isName(String name) {
        return TOKEN.matcher(name).matches();
    }

    /** Whether the header belongs to the connection (RFC 9110, section 7.6.1), or the sender must set it itself. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the sender decides by itself which compression it can read. */
    public static boolean isAcceptEncoding(String name) {
        return name.equalsIgnoreCase("Accept-Encoding");
    }

    /** Whether this is a valid header value. A tab is the only control character allowed (RFC 9110, section 5.5). */
    public static boolean isValue(String value) {
        return value.chars().noneMatch(c -> c != '\t' && isControl(c));
    }

    /** C0, DEL, C1 and the Unicode line and paragraph separators. */
    public static boolean isControl(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }
}
