package org.customactions.api;

import java.util.Optional;

/** Reads query parameters other than paging, as strictly as a body. */
public final class QueryParameters {

    private static final int MAX_SEARCH_LENGTH = 200;

    private QueryParameters() {}

    /** The text to search for; empty if the parameter is missing or blank. */
    public static Optional<String> search(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (!StorableJson.isStorable(text) || text.length() > MAX_SEARCH_LENGTH) {
            throw ApiException.invalid(
                    "search", "Search must be at most %d printable characters".formatted(MAX_SEARCH_LENGTH));
        }
        return Optional.of(text.strip());
    }

    /** {@code true} or {@code false}; empty if the parameter is missing. */
    public static Optional<Boolean> flag(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw ApiException.invalid(name, "%s must be true or false".formatted(FieldNames.label(name)));
        }
        return Optional.of(Boolean.valueOf(text));
    }

    /**
     * A pattern for SQL's LIKE with backslash as its escape; {@code %} and {@code _} in the text are ordinary
     * characters.
     */
    public static String contains(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
