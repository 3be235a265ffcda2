package org.customactions.template;

import java.util.BitSet;

/**
 * Drops the line breaks, with the blanks around them, by which an author laid out a form: those beside an {@code &} and
 * at the ends. Those of values stay.
 */
final class FormLines {

    private final BitSet breaks = new BitSet(0);

    /**
     * Notes line breaks.
     *
     * @param found starts and ends in a piece of text
     * @param offset of the piece
     */
    void add(int[] found, int offset) {
        for (int i = 0; i < found.length; i += 2) {
            breaks.set(offset + found[i], offset + found[i + 1]);
        }
    }

    void dropFrom(StringBuilder text) {
        if (breaks.isEmpty()) {
            return;
        }
        var kept = new StringBuilder(text.length());
        var from = 0;
        for (int start = breaks.nextSetBit(0); start >= 0; start = breaks.nextSetBit(from)) {
            var end = breaks.nextClearBit(start);
            kept.append(text, from, start);
            if (!isLayout(text, start, end)) {
                kept.append(text, start, end);
            }
            from = end;
        }
        kept.append(text, from, text.length());
        text.setLength(0);
        text.append(kept);
    }

    private static boolean isLayout(StringBuilder text, int start, int end) {
        return start == 0 || end == text.length() || text.charAt(start - 1) == '&' || text.charAt(end) == '&';
    }
}
