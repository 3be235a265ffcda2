package org.customactions.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts that no answer may show, such as a secret and what filters made of it. Not thread-safe; one thread at a time
 * may use it.
 */
public final class HiddenTexts {

    /** In characters that are compared, for all texts together: about 100 ms. */
    private static final long MAX_WORK = 128L * 1024 * 1024;

    /** What a mask counts. Half a million of them are enough, because a text can become longer by each. */
    private static final int WORK_OF_MASK = 256;

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    private final Set<String> texts = new LinkedHashSet<>();
    private final Map<Character, List<String>> byFirst = new HashMap<>();
    private long work;

    /** Hides a text from now on, with the space around it and without; an empty one is nothing to hide. */
    public void add(String text) {
        if (!text.isEmpty() && texts.add(text)) {
            var sameFirst = byFirst.computeIfAbsent(text.charAt(0), first -> new ArrayList<>(1));
            sameFirst.add(text);
            sameFirst.sort(LONGEST_FIRST);
            add(text.strip());
        }
    }

    /** Whether this very text is one of them. */
    public boolean has(String text) {
        return !texts.isEmpty() && texts.contains(text);
    }

    /** Whether there is nothing to hide. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Every hidden text so far. */
    public List<String> all() {
        return List.copyOf(texts);
    }

    /**
     * The text with the mask in each place of a hidden one. Where some overlap or follow each other there is one mask.
     *
     * @throws TooLongException if finding them takes too long, or if there are too many
     */
    public String maskedIn(String text) {
        return texts.isEmpty() ? text : new Search(text, Integer.MAX_VALUE).masked();
    }

    /** The beginning of the masked text, of at least so many characters if it has them, without looking at the rest. */
    public String maskedStart(String text, int most) {
        return texts.isEmpty() ? text.substring(0, Math.min(most, text.length())) : new Search(text, most).masked();
    }

    /** Thrown if a text may hold more hidden ones than can be found; then nothing of it may be shown. */
    public static final class TooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooLongException() {
            super("The text takes too long to mask", null, false, false);
        }
    }

    private void count(int more) {
        work += more;
        if (work > MAX_WORK) {
            throw new TooLongException();
        }
    }

    private final class Search {

        private final String text;
        private final int most;
        private final StringBuilder masked = new StringBuilder();
        private int shown;

        private Search(String text, int most) {
            this.text = text;
            this.most = most;
        }

        private String masked() {
            var end = -1;
            var i = 0;
            for (; i < text.length() && masked.length() + i - shown < most; i++) {
                var length = longestAt(i);
                if (length > 0 && i > end) {
                    show(i);
                    masked.append(Mask.TEXT);
                    count(WORK_OF_MASK);
                }
                if (length > 0) {
                    end = Math.max(end, i + length);
                    shown = end;
                }
            }
            show(i);
            return masked.toString();
        }

        private void show(int end) {
            if (end > shown) {
                masked.append(text, shown, end);
            }
        }

        private int longestAt(int start) {
            for (var candidate : byFirst.getOrDefault(text.charAt(start), List.of())) {
                if (isAt(start, candidate)) {
                    return candidate.length();
                }
            }
            return 0;
        }

        private boolean isAt(int start, String candidate) {
            var length = candidate.length();
            if (length > text.length() - start) {
                return false;
            }
            var same = 1;
            while (same < length && text.charAt(start + same) == candidate.charAt(same)) {
                same++;
            }
            count(same);
            return same == length;
        }
    }
}
