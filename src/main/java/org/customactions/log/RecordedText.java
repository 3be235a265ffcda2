package org.customactions.log;

/**
 * Text as rows keep it that tell what happened: one line of at most 500 characters, of which PostgreSQL can store each.
 */
public final class RecordedText {

    private static final int MAX_CHARACTERS = 500;
    private static final int REPLACEMENT = 0xFFFD;

    private RecordedText() {}

    /**
     * The text's beginning, a line break or another control character as a space. What a script throws or a token says
     * can be of any length and hold anything.
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
