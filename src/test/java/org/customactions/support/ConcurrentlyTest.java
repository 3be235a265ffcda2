package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentlyTest {
    private static final Duration LIMIT = Patience.LIMIT;

    @Test
    void shouldRunAllAtOnceAndGiveResultsInOrder() {
        CountDownLatch together = new CountDownLatch(24);

        var results = Concurrently.times(24, LIMIT, number -> {
            together.countDown();
            return awaitAll(together) ? number : -1;
        });

        assertThat(results).isEqualTo(IntStream.range(0, 24).boxed().toList());
    }

    @Test
    void shouldSayWhichOneFailed() {
        assertThatThrownBy(() -> Concurrently.times(3, LIMIT, number -> 6 / (number - 1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Callable 1 of 3 failed")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldStopWaitingWhenTheTimeIsUp() {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> Concurrently.times(2, Duration.ofMillis(50), number -> awaitAll(never)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Callable 0 of 2 was not done in time");
    }

    private static boolean awaitAll(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
