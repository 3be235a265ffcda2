package org.customactions.template.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads times as APIs write them. */
final class Times {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** RFC 3339, and the offsets without a colon or minutes that Jira and PostgreSQL write. */
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)([Zz]|[+-]\\d{2}(?::?\\d{2})?)");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,30})?");

    /** From here on a number counts milliseconds: it would be seconds of the year 5138, and is 1973. */
    private static final BigDecimal FIRST_MILLISECOND = BigDecimal.valueOf(100_000_000_000L);

    private static final int MAX_SCALE = 30;

    private Times() {}

    /**
     * The time in a zone; a date is midnight there.
     *
     * @param text the value as text
     */
    static Optional<ZonedDateTime> read(Object value, String text, ZoneId zone) {
        try {
            var dateTime = DATE_TIME.matcher(text);
            if (dateTime.matches()) {
                var offset = ZoneOffset.of(dateTime.group(3).toUpperCase(Locale.ROOT));
                return Optional.of(LocalDateTime.parse(dateTime.group(1) + "T" + dateTime.group(2))
                        .atOffset(offset)
                        .atZoneSameInstant(zone));
            }
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone));
            }
            return number(value, text).map(number -> instant(number).atZone(zone));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(Object value, String text) {
        var written = value instanceof BigDecimal decimal && Math.abs(decimal.scale()) <= MAX_SCALE
                ? decimal.toPlainString()
                : text;
        return Optional.of(written)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(BigDecimal::new);
    }

    private static Instant instant(BigDecimal number) {
        var isMillis = number.abs().compareTo(FIRST_MILLISECOND) >= 0;
        var nanos = number.movePointRight(isMillis ? 6 : 9).toBigInteger();
        var seconds = nanos.divide(BigDecimal.TEN.pow(9).toBigInteger());
        return Instant.ofEpochSecond(
                seconds.longValueExact(),
                nanos.remainder(BigDecimal.TEN.pow(9).toBigInteger()).longValueExact());
    }
}
