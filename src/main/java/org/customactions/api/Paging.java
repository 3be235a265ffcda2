package org.customactions.api;

import java.util.ArrayList;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param page number of the page, from 1
 * @param limit entries on a page, 1–100
 */
public record Paging(int page, int limit) {

    /** Most entries on a page. */
    public static final int MAX_LIMIT = 100;

    /** Last page that can be requested; it keeps {@link #offset()} well within the database's range. */
    private static final int MAX_PAGE = 10_000_000;

    /** Number of entries before this page. */
    public long offset() {
        return (page - 1L) * limit;
    }

    /**
     * The page for the query parameters; empty without a limit, because then there are no pages.
     *
     * @throws ApiException if one is not a number or out of range
     */
    public static Optional<Paging> of(String page, String limit) {
        var errors = new ArrayList<FieldError>();
        var number = number("page", page, MAX_PAGE, errors);
        var size = number("limit", limit, MAX_LIMIT, errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        return size.map(entries -> new Paging(number.orElse(1), entries));
    }

    private static Optional<Integer> number(String name, String text, int max, ArrayList<FieldError> errors) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var value = Integer.parseInt(text);
            if (value >= 1 && value <= max) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // Reported below, like every bad value.
        }
        errors.add(
                new FieldError(name, "%s must be a whole number from 1 to %d".formatted(FieldNames.label(name), max)));
        return Optional.empty();
    }
}
