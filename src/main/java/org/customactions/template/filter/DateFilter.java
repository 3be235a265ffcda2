package org.customactions.template.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a time by a pattern of {@link DateTimeFormatter}, in the language of the agent, and in their time zone unless
 * it names another.
 */
final class DateFilter implements Filter {

    private static final int MAX_PATTERN = 200;

    private final DateTimeFormatter pattern;
    private final Optional<ZoneId> zone;

    private DateFilter(DateTimeFormatter pattern, Optional<ZoneId> zone) {
        this.pattern = pattern;
        this.zone = zone;
    }

    /** Tries the pattern too, because some can be read and never written. */
    static Filter of(Arguments arguments) throws ArgumentException {
        var written = arguments.someText(0);
        Optional<ZoneId> zone = arguments.has(1) ? Optional.of(zone(arguments.text(1))) : Optional.empty();
        try {
            if (written.length() > MAX_PATTERN) {
                throw new IllegalArgumentException("too long");
            }
            var pattern = DateTimeFormatter.ofPattern(written, Locale.ENGLISH);
            pattern.format(Instant.EPOCH.atZone(zone.orElse(ZoneOffset.UTC)));
            return new DateFilter(pattern, zone);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ArgumentException("This is not a pattern of a date; write one such as \"yyyy-MM-dd HH:mm\"", 0);
        }
    }

    private static ZoneId zone(String name) throws ArgumentException {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ArgumentException("This is not a known time zone; write one such as \"Europe/Berlin\"", 1);
        }
    }

    @Override
    public Object apply(Object value, Work work) {
        if (Json.isMissing(value)) {
            return value;
        }
        var time = Times.read(value, work.text(value), zone.orElse(work.region().zone()))
                .orElseThrow(() -> new FilterException(work.variable()
                        + " is not a time that can be written as a date; it must look like 2024-01-31T09:00:00Z or"
                        + " 2024-01-31, or be the seconds or milliseconds since 1970"));
        return formatted(time, work);
    }

    private String formatted(ZonedDateTime time, Work work) {
        try {
            return pattern.withLocale(work.region().locale()).format(time);
        } catch (DateTimeException e) {
            throw new FilterException(work.variable() + " is a time that this pattern of a date cannot write");
        }
    }
}
