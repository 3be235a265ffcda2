package org.customactions.execution;

/** Messages as the history keeps them: one line of at most 500 characters, of which PostgreSQL can store each. */
final class HistoryText {

    private static final int MAX_CHARACTERS = 500;
    private static final int REPLACEMENT = 0xFFFD;

    private HistoryText() {}

    /**
     * The message's beginning, a line break or another control character as a space. What a script throws or returns as its
     * message can be of any length and hold anything.
     */
    static String of(String message) {
        var kept = new StringBuilder();
        message.codePoints().limit(MAX_CHARACTERS).map(HistoryText::storable).forEach(kept::appendCodePoint);
        return message.codePointCount(0, message.length()) > MAX_CHARACTERS
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
