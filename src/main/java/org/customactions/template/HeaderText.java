package org.customactions.template;

/** Text made safe for a header field value. */
final class HeaderText {
    private HeaderText() {}

    static String escape(String text) {
        if (text.chars().noneMatch(HeaderText::isControl)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !isControl(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    /** Refuses what unescaped values brought into a whole value; a tab is legal there (RFC 9110, 5.5). */
    static void check(String value) {
        if (value.chars().anyMatch(c -> c != '\t' && isControl(c))) {
            throw new RenderException("A header value contains a line break or another control character;"
                    + " write {{name}} instead of {{{name}}} so that they are left out");
        }
    }

    /** C0, DEL, C1 and the Unicode line and paragraph separators. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }
}
