package org.customactions.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Ends the service if memory runs out, with a last line that says so. The virtual machine's own option
 * {@code ExitOnOutOfMemoryError} sees only the heap: that buffers outside it cannot be had is found out by Java code.
 * Whoever meets such an error logs it, so the log is where it is seen.
 */
@ApplicationScoped
public class OutOfMemory {

    /** As the virtual machine exits if its heap runs out. */
    private static final int EXIT_CODE = 3;

    private static final int DEEPEST_CAUSE = 10;

    void watch(@Observes @Priority(StartOrder.LOOPS) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Logger.getLogger("").addHandler(new Watch());
        }
    }

    /** Ends the process if this is an error of memory, or caused by one. Null is none. */
    public static void endIfCauseOf(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof OutOfMemoryError) {
                System.err.println("The service ends, because its memory ran out: " + cause.getMessage());
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            cause = cause.getCause();
        }
    }

    private static final class Watch extends Handler {

        @Override
        public void publish(LogRecord message) {
            endIfCauseOf(message.getThrown());
        }

        @Override
        public void flush() {
            // It keeps nothing.
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
