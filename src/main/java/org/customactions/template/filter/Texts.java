package org.customactions.template.filter;

/** What filters make of text. */
final class Texts {

    private Texts() {}

    /** As many code points at most, so that no character is cut in half. */
    static String truncated(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Counts what comes of it before it is written, because a short text can be replaced by a long one many times. */
    static String replaced(String text, String old, String replacement, Work work) {
        var times = 0L;
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
            times++;
        }
        work.count(text.length() + times * replacement.length());
        return text.replace(old, replacement);
    }

    static String html(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
