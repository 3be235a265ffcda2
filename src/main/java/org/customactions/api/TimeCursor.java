package org.customactions.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a list of events, newest first: right after the entry with this time and id. Clients send its text form,
 * {@code <time>_<id>}, back unchanged.
 *
 * @param time time of the event, to the microsecond
 * @param id id of the entry, for entries of the same microsecond
 */
public record TimeCursor(Instant time, UUID id) {

    private static final char SEPARATOR = '_';

    /** Sorts before every real id, so that a time alone means everything that happened earlier. */
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * The place in the query parameter {@code before}; empty if the parameter is missing.
     *
     * @throws ApiException if it is neither a cursor nor an RFC 3339 timestamp
     */
    public static Optional<TimeCursor> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var end = text.indexOf(SEPARATOR);
        var time = time(end < 0 ? text : text.substring(0, end));
        var id = end < 0 ? Optional.of(BEFORE_ALL) : Uuids.parse(text.substring(end + 1));
        if (time.isEmpty() || id.isEmpty()) {
            throw ApiException.invalid(
                    "before", "Before must be the next_before of another page or a time such as 2024-01-01T00:00:00Z");
        }
        return Optional.of(new TimeCursor(time.get(), id.get()));
    }

    /** An RFC 3339 timestamp of the years 1 to 9999, to the microsecond; empty for any other text. */
    public static Optional<Instant> time(String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            return Optional.of(time).filter(known -> !known.isBefore(EARLIEST) && !known.isAfter(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return time.toString() + SEPARATOR + id;
    }
}
