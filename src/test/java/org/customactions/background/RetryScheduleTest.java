package org.customactions.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When attempts follow each other. */
class RetryScheduleTest {

    private static RetrySchedule with(double random) {
        return new RetrySchedule(6, () -> random);
    }

    @Test
    void shouldWaitLongerAfterEachFailure() {
        var waits = IntStream.rangeClosed(1, 7)
                .mapToObj(failures -> with(0.5).waitAfter(failures, Duration.ZERO))
                .toList();

        assertThat(waits)
                .isEqualTo(List.of(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(2),
                        Duration.ofHours(2)));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 24000", "0.25, 27000", "0.5, 30000", "1.0, 36000"})
    void shouldWaitUpToAFifthShorterOrLonger(double random, long millis) {
        assertThat(with(random).waitAfter(2, Duration.ZERO)).hasMillis(millis);
    }

    @Test
    void shouldNotComeBeforeTheUpstreamAsksForIt() {
        assertThat(with(1).waitAfter(1, Duration.ofSeconds(90))).hasSeconds(90);
        assertThat(with(0).waitAfter(2, Duration.ofSeconds(1))).hasSeconds(24);
    }

    @Test
    void shouldEndTheRoundWithTheLastAttempt() {
        assertThat(with(0).isOverAfter(5)).isFalse();
        assertThat(with(0).isOverAfter(6)).isTrue();
    }
}
