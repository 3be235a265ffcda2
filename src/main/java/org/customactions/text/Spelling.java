package org.customactions.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody meant. */
public final class Spelling {

    /** Of longer words, one typing error in three characters is still taken for one. */
    private static final int CHARACTERS_PER_ERROR = 3;

    private static final int MAX_ERRORS = 3;

    private Spelling() {}

    /** The known word that is the fewest typing errors away; empty if none is near. Letter case costs nothing. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> errors(word, candidate) <= allowed(word, candidate))
                .min(Comparator.comparingInt(candidate -> errors(word, candidate)));
    }

    private static int allowed(String word, String candidate) {
        return Math.min(MAX_ERRORS, Math.min(word.length(), candidate.length()) / CHARACTERS_PER_ERROR);
    }

    /** Characters that are missing, too many, wrong, or in the wrong order with their neighbour. */
    private static int errors(String word, String candidate) {
        if (Math.abs(word.length() - candidate.length()) > MAX_ERRORS) {
            return Integer.MAX_VALUE;
        }
        var from = word.toLowerCase(Locale.ROOT);
        var to = candidate.toLowerCase(Locale.ROOT);
        var distances = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : cheapest(distances, from, to, i, j);
            }
        }
        return distances[from.length()][to.length()];
    }

    private static int cheapest(int[][] distances, String from, String to, int i, int j) {
        var same = from.charAt(i - 1) == to.charAt(j - 1);
        var changed = distances[i - 1][j - 1] + (same ? 0 : 1);
        var cheapest = Math.min(changed, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        var swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(cheapest, distances[i - 2][j - 2] + 1) : cheapest;
    }
}
