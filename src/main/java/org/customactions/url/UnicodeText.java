package org.customactions.url;

/** Repairs text so that every UTF-8 encoder writes it the same way. */
public final class UnicodeText {

    private UnicodeText() {}

    /** Replaces unpaired surrogates with U+FFFD. */
    public static String wellFormed(String text) {
        if (text.codePoints().noneMatch(UnicodeText::isLoneSurrogate)) {
            return text;
        }
        var repaired = new StringBuilder(text.length());
        text.codePoints().map(c -> isLoneSurrogate(c) ? 0xFFFD : c).forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
