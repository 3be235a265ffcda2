package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class EventLoopWatchTest {
    private final EventLoopWatch watch = new EventLoopWatch();

    @Test
    void shouldFailTheTestDuringWhichAThreadWasBlockedAndOnlyThat() {
        watch.beforeClass(EventLoopWatchTest.class);
        Logger checker = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

        checker.log(Level.WARNING, "Thread {0} has been blocked", "vert.x-eventloop-thread-0");

        assertThatThrownBy(() -> watch.afterEach(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Thread vert.x-eventloop-thread-0 has been blocked");
        assertThatCode(() -> watch.afterAll(null)).doesNotThrowAnyException();
    }
}
