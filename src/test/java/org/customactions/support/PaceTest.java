package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void shouldRunOnceWhatHolds() throws Exception {
        Pace.retriedOnce(runs::incrementAndGet);

        assertThat(runs).hasValue(1);
    }

    @Test
    void shouldRetryOnlyWherePaceIsMeasuredAndOnlyOnce() {
        assertThatThrownBy(() -> Pace.retriedOnce(() -> fail("run " + runs.incrementAndGet())))
                .isInstanceOf(AssertionError.class)
                .hasMessage("run " + (isMeasured() ? 2 : 1));
    }

    @Test
    void shouldForgiveOneFailureWherePaceIsMeasured() throws Exception {
        assumeTrue(isMeasured(), "only -Pfull measures");

        Pace.retriedOnce(() -> assertThat(runs.incrementAndGet()).isEqualTo(2));

        assertThat(runs).hasValue(2);
    }

    private static boolean isMeasured() {
        return Pace.limit(Duration.ofSeconds(1)).equals(Duration.ofSeconds(1));
    }
}
