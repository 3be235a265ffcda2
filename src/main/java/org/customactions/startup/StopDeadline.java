package org.customactions.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the process if a stop takes longer than it may, in whatever state the service is. */
@ApplicationScoped
class StopDeadline {

    /** For what stops after the last request. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final int EXIT_CODE = 1;

    private final Duration limit;

    StopDeadline(@ConfigProperty(name = "quarkus.shutdown.timeout") Duration timeout) {
        this.limit = timeout.plus(MARGIN);
    }

    void watch(@Observes @Priority(StartOrder.LOOPS) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            var stopping = new CountDownLatch(1);
            enforce(stopping, limit, StopDeadline::end);
            Runtime.getRuntime().addShutdownHook(new Thread(stopping::countDown, "stop-begins"));
        }
    }

    /** Runs something once the limit has passed since a stop began. The thread is there before it can lack memory. */
    static void enforce(CountDownLatch stopping, Duration limit, Runnable end) {
        var thread = new Thread(
                () -> {
                    try {
                        stopping.await();
                        Thread.sleep(limit.toMillis());
                        end.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop-deadline");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end() {
        System.err.println("The service ends, because its stop took too long");
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
