package org.customactions.template;

import java.util.Arrays;

/** Which part of a template each part of its output comes from, in the order of the output. */
final class Origins {

    private static final int FIELDS = 3;
    private static final int OUTPUT = 0;
    private static final int START = 1;
    private static final int END = 2;

    private int[] parts = new int[FIELDS * 16];
    private int size;

    /**
     * Notes what comes next.
     *
     * @param output where it begins in the output
     * @param start where it begins in the template
     * @param end where it ends there if it is text; the start again if it is a tag, of which every character comes from
     *     the same place
     */
    void add(int output, int start, int end) {
        if (size + FIELDS > parts.length) {
            parts = Arrays.copyOf(parts, parts.length * 2);
        }
        parts[size + OUTPUT] = output;
        parts[size + START] = start;
        parts[size + END] = end;
        size += FIELDS;
    }

    /** The offset in the template that an offset in the output comes from, the beginning if it is negative. */
    int of(long offset) {
        var part = partOf(offset) * FIELDS;
        var into = Math.max(offset, 0) - parts[part + OUTPUT];
        return (int) Math.min(parts[part + START] + into, parts[part + END]);
    }

    /** The output of the part that an offset in it belongs to. */
    String around(long offset, String output) {
        var part = partOf(offset);
        var end = (part + 1) * FIELDS < size ? parts[(part + 1) * FIELDS + OUTPUT] : output.length();
        return output.substring(parts[part * FIELDS + OUTPUT], end);
    }

    private int partOf(long offset) {
        var low = 0;
        var high = size / FIELDS;
        while (high - low > 1) {
            var middle = (low + high) / 2;
            if (parts[middle * FIELDS + OUTPUT] <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
