package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an upstream asks to be left alone. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static Duration of(String value) {
        return RetryAfter.of(Map.of("retry-after", value), NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", " 120 , 120", "3600, 3600", "3601, 3600", "999999999, 3600"})
    void shouldReadSeconds(String value, long seconds) {
        assertThat(of(value)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "'Fri, 02 Jan 2026 03:05:05 GMT', 60",
        "'Fri, 2 Jan 2026 03:05:05 GMT', 60",
        "'Fri, 02 Jan 2026 03:04:04 GMT', 0",
        "'Sat, 03 Jan 2026 03:04:05 GMT', 3600"
    })
    void shouldReadADate(String value, long seconds) {
        assertThat(of(value)).hasSeconds(seconds);
    }

    /** The upstream's clock may be an hour ahead. */
    @Test
    void shouldCountADateFromTheAnswersOwn() {
        var headers = Map.of("retry-after", "Fri, 02 Jan 2026 04:05:05 GMT", "date", "Fri, 02 Jan 2026 04:04:05 GMT");

        assertThat(RetryAfter.of(headers, NOW)).hasSeconds(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "12, 12", "9999999999", "Fri, 32 Jan 2026 03:05:05 GMT"})
    void shouldTakeAnythingElseForNothing(String value) {
        assertThat(of(value)).isZero();
        assertThat(RetryAfter.of(Map.of(), NOW)).isZero();
    }
}
