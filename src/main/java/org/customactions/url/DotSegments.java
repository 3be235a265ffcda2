package org.customactions.url;

import java.text.Normalizer;

/**
 * Finds path segments {@code .} and {@code ..}, which climb out of the path that an author wrote. A server may decode a
 * path before it splits it, more than once, and take a backslash for a slash; the path is read in all these ways. What
 * follows {@code ;}, {@code ?} or {@code #} in a segment, and blanks around it, do not make it another one, because
 * there are servers that cut them off.
 */
final class DotSegments {

    /** Nobody decodes more often than twice; one more is for what a proxy decodes before. */
    private static final int DECODINGS = 3;

    private static final String REFUSAL =
            "The URL's path must not contain . or .. between slashes, encoded ones included";

    private DotSegments() {}

    /** @throws UrlException if the path has such a segment in any encoding */
    static void refuseIn(String path) {
        var decoded = folded(path);
        for (int i = 0; i <= DECODINGS; i++) {
            if (climbs(decoded)) {
                throw new UrlException(REFUSAL);
            }
            if (decoded.indexOf('%') < 0) {
                return;
            }
            decoded = folded(LenientDecoding.decode(decoded));
        }
    }

    /** Full-width and other forms of dots and slashes become the plain ones, as some servers map them. */
    private static String folded(String text) {
        return isAscii(text)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replace('\u2215', '/')
                        .replace('\u2044', '/');
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean climbs(String path) {
        for (int start = 0; start <= path.length(); ) {
            var end = start;
            while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '\\') {
                end++;
            }
            if (isDots(path, start, end)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static boolean isDots(String path, int start, int end) {
        var dots = 0;
        for (int i = start; i < end; i++) {
            var c = path.charAt(i);
            if (c == ';' || c == '?' || c == '#' || c == 0) {
                break;
            }
            if (c == '.') {
                dots++;
            } else if (!isBlank(c)) {
                return false;
            }
        }
        return dots == 1 || dots == 2;
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || Character.isISOControl(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
