package org.customactions.url;

/** Text that every encoder of UTF-8 writes alike. */
public final class UnicodeText {

    private UnicodeText() {}

    /** Replaces surrogates without a partner by U+FFFD. */
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
