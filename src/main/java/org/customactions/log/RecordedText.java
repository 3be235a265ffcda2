package org.customactions.log;

/** Makes text fit for a log row: one line of at most 500 characters that PostgreSQL can store. */
public final class RecordedText {

    private static final int MAX_CHARACTERS = 500;
    private static final int REPLACEMENT = 0xFFFD;

    private RecordedText() {}

    /**
     * The text's beginning, with line breaks and other control characters as spaces. Errors of scripts and claims of
     * tokens can be of any length and contain anything.
     */
    public static String of(String text) {
        var kept = new StringBuilder();
        text.codePoints().limit(MAX_CHARACTERS).map(RecordedText::storable).forEach(kept::appendCodePoint);
        return text.codePointCount(0, text.length()) > MAX_CHARACTERS
                ? kept.append('…').toString()
                : kept.toString();
    }

    private static int storable(int character) {
        if (Character.getType(character) == Character.SURROGATE) {
            return REPLACEMENT;
        }
        return Character.isISOControl(character) ? ' ' : character;
    }
}
