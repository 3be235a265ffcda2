package org.customactions.support;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Fails every {@code @QuarkusTest} during which Vert.x saw a blocked thread. It listens to what the blocked thread
 * checker logs once an event loop was held up for {@link #LIMIT}, and is registered for all tests of the running
 * service under {@code META-INF/services}.
 */
public final class EventLoopWatch
        implements QuarkusTestBeforeClassCallback, QuarkusTestAfterEachCallback, QuarkusTestAfterAllCallback {
    static final Duration LIMIT = Duration.ofSeconds(2);

    /** Held strongly: a log manager forgets loggers that nobody else holds, and their handlers with them. */
    private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    private static final Queue<String> BLOCKED = new ConcurrentLinkedQueue<>();
    private static final Handler RECORDER = new Recorder();

    @Override
    public void beforeClass(Class<?> testClass) {
        CHECKER.removeHandler(RECORDER);
        CHECKER.addHandler(RECORDER);
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        failIfBlocked();
    }

    @Override
    public void afterAll(QuarkusTestContext context) {
        failIfBlocked();
    }

    private static void failIfBlocked() {
        List<String> blocked = new ArrayList<>();
        for (String message = BLOCKED.poll(); message != null; message = BLOCKED.poll()) {
            blocked.add(message);
        }
        if (!blocked.isEmpty()) {
            throw new AssertionError("The service blocked a Vert.x thread:\n" + String.join("\n", blocked));
        }
    }

    private static final class Recorder extends Handler {
        private final Formatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            BLOCKED.add(formatter.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
