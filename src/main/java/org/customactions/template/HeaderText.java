package org.customactions.template;

import org.customactions.text.HeaderRules;

/** Makes text safe for a header field value. */
final class HeaderText {

    private HeaderText() {}

    static String escape(String text) {
        if (text.chars().noneMatch(HeaderRules::isControl)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.chars().filter(c -> !HeaderRules.isControl(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    /** Refuses a filled-in value with control characters, which unescaped variables can bring in. */
    static void check(String value) {
        if (!HeaderRules.isValue(value)) {
            throw new RenderException("A header value contains a line break or another control character;"
                    + " write {{name}} instead of {{{name}}} so that they are left out");
        }
    }
}
