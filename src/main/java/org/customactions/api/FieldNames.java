package org.customactions.api;

/** How a field is called in a sentence. */
public final class FieldNames {

    private FieldNames() {}

    /** {@code display_order} becomes {@code Display order}. */
    public static String label(String field) {
        var words = field.replace('_', ' ');
        return words.isEmpty() ? "Field" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
