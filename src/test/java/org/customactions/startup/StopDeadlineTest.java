package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.customactions.support.Pace;
import org.customactions.support.Patience;
import org.junit.jupiter.api.Test;

class StopDeadlineTest {

    private static final Duration LIMIT = Duration.ofMillis(50);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void shouldEndAStopThatTakesTooLong() throws InterruptedException {
        StopDeadline.enforce(stopping, LIMIT, ended::countDown);

        var start = System.nanoTime();
        stopping.countDown();

        assertThat(ended.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Pace.since(start)).isGreaterThanOrEqualTo(LIMIT);
    }

    @Test
    void shouldEndNothingBeforeAStopBegins() throws InterruptedException {
        StopDeadline.enforce(stopping, Duration.ZERO, ended::countDown);

        assertThat(ended.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    }
}
