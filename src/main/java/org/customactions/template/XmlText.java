package org.customactions.template;

/** Makes text safe for XML 1.0 character data and quoted attribute values. */
final class XmlText {

    private static final String NEXT_SECTION = "]]><![CDATA[";

    private XmlText() {}

    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().filter(XmlText::isAllowed).forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    /**
     * Text of a CDATA section. The section ends and another begins wherever its end mark would arise, with what stands
     * around the text too.
     *
     * @param afterBracket whether a square bracket stands before the text
     */
    static String cdata(String text, boolean afterBracket) {
        var written = new StringBuilder(text.length() + 16);
        text.codePoints().filter(XmlText::isAllowed).forEach(written::appendCodePoint);
        var kept = written.toString().replace("]]>", "]]" + NEXT_SECTION + ">");
        var begins = kept.isEmpty() || kept.startsWith("]") || kept.startsWith(">");
        return (afterBracket && begins ? NEXT_SECTION : "") + kept + (kept.endsWith("]") ? NEXT_SECTION : "");
    }

    private static void append(StringBuilder escaped, int codePoint) {
        switch (codePoint) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            // A parser would turn these into spaces in attributes, and a carriage return into a line feed anywhere.
            case '\t', '\n', '\r' -> escaped.append("&#").append(codePoint).append(';');
            default -> escaped.appendCodePoint(codePoint);
        }
    }

    /** The production Char of XML 1.0, 2.2. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
