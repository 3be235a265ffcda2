package org.customactions.kind.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long an upstream wants to be left alone (RFC 9110 section 10.2.3): a number of seconds, or a date. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * At most an hour; nothing if the answer does not say. A date counts from the answer's own {@code Date}, so that
     * the clocks need not agree.
     *
     * @param headers of an answer, by names in lower case
     */
    static Duration of(Map<String, String> headers, Instant now) {
        var value = headers.getOrDefault("retry-after", "").strip();
        var asked = SECONDS.matcher(value).matches()
                ? Duration.ofSeconds(Long.parseLong(value))
                : time(value)
                        .map(until -> Duration.between(
                                time(headers.getOrDefault("date", "")).orElse(now), until))
                        .orElse(Duration.ZERO);
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(MOST) > 0 ? MOST : asked;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
