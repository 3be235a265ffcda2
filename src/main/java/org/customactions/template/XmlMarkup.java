package org.customactions.template;

/**
 * Follows the markup of an XML text that grows. It looks at each character once, and only if it is asked. It judges
 * what was really written, so it is right whatever unescaped values brought in. What looks like a CDATA section in a
 * comment, in a tag or after a document type declaration is none.
 */
final class XmlMarkup {

    private static final String CDATA_START = "<![CDATA[";
    private static final String COMMENT_START = "<!--";

    private enum Place {
        CONTENT,
        TAG,
        SINGLE_QUOTES,
        DOUBLE_QUOTES,
        COMMENT,
        INSTRUCTION,
        CDATA,
        DECLARATION
    }

    private Place place = Place.CONTENT;
    private int read;

    /** Whether the end of the text is inside a CDATA section. */
    boolean isInCdataAtTheEndOf(StringBuilder text) {
        var before = -1;
        while (read < text.length() && read != before) {
            before = read;
            step(text);
        }
        return place == Place.CDATA;
    }

    private void step(StringBuilder text) {
        switch (place) {
            case CONTENT -> content(text);
            case TAG -> tag(text);
            case SINGLE_QUOTES -> leaveAt("'", Place.TAG, text);
            case DOUBLE_QUOTES -> leaveAt("\"", Place.TAG, text);
            case COMMENT -> leaveAt("-->", Place.CONTENT, text);
            case INSTRUCTION -> leaveAt("?>", Place.CONTENT, text);
            case CDATA -> leaveAt("]]>", Place.CONTENT, text);
            case DECLARATION -> read = text.length();
        }
    }

    /** Stays before markup that is not complete yet. */
    private void content(StringBuilder text) {
        var open = text.indexOf("<", read);
        if (open < 0) {
            read = text.length();
            return;
        }
        read = open;
        var markup = text.substring(open, Math.min(text.length(), open + CDATA_START.length()));
        if (markup.equals(CDATA_START)) {
            enter(Place.CDATA, CDATA_START.length());
        } else if (markup.startsWith(COMMENT_START)) {
            enter(Place.COMMENT, COMMENT_START.length());
        } else if (markup.startsWith("<?")) {
            enter(Place.INSTRUCTION, 2);
        } else if (!CDATA_START.startsWith(markup) && !COMMENT_START.startsWith(markup)) {
            enter(markup.startsWith("<!") ? Place.DECLARATION : Place.TAG, 1);
        }
    }

    private void tag(StringBuilder text) {
        while (read < text.length()) {
            switch (text.charAt(read++)) {
                case '>' -> {
                    place = Place.CONTENT;
                    return;
                }
                case '\'' -> {
                    place = Place.SINGLE_QUOTES;
                    return;
                }
                case '"' -> {
                    place = Place.DOUBLE_QUOTES;
                    return;
                }
                default -> {}
            }
        }
    }

    private void leaveAt(String mark, Place next, StringBuilder text) {
        var found = text.indexOf(mark, read);
        if (found >= 0) {
            read = found + mark.length();
            place = next;
        } else {
            read = Math.max(read, text.length() - mark.length() + 1);
        }
    }

    private void enter(Place entered, int length) {
        place = entered;
        read += length;
    }
}
