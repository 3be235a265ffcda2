package org.customactions.template;

import java.io.Writer;

/**
 * Collects a template's output and stops it at the end of its room or of the click's budget. Every tag gets it, so it
 * also counts the work and notes unknown names.
 */
final class RenderOutput extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final JsonQuotes quotes = new JsonQuotes();
    private final Room room;
    private final RenderBudget budget;

    RenderOutput(Room room, RenderBudget budget) {
        this.room = room;
        this.budget = budget;
    }

    RenderBudget budget() {
        return budget;
    }

    /** Whether what comes next stands inside the quotes of a JSON string. */
    boolean isInJsonString() {
        return quotes.areOpenAtTheEndOf(text);
    }

    boolean has(char c) {
        return text.indexOf(String.valueOf(c)) >= 0;
    }

    /** Whether a backslash at the end would change the first character of what comes next. */
    boolean endsWithLoneBackslash() {
        var first = text.length();
        while (first > 0 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (text.length() - first) % 2 == 1;
    }

    @Override
    public void write(String piece) {
        reserve(piece.length());
        text.append(piece);
    }

    @Override
    public void write(char[] piece, int offset, int length) {
        reserve(length);
        text.append(piece, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }

    private void reserve(int length) {
        if (length > room.characters() - text.length()) {
            throw room.tooLong().get();
        }
        budget.wrote(length);
    }
}
