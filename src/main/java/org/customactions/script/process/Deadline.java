package org.customactions.script.process;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends a script at its timeout, and the process where that does not help and the service is not there to do it. */
final class Deadline implements AutoCloseable {

    /** The service kills a process long before, if it is alive. */
    private static final Duration ABANDONED = Duration.ofSeconds(10);

    private static final int KILLED = 137;

    private final long timeoutMillis;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2, task -> {
        var thread = new Thread(task, "script-deadline");
        thread.setDaemon(true);
        return thread;
    });

    Deadline(Duration timeout) {
        this.timeoutMillis = timeout.toMillis();
        timer.setRemoveOnCancelPolicy(true);
    }

    /** The time of the guest's script begins. */
    Running start(Guest guest) {
        return new Running(guest);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A script's time, until it is closed. */
    final class Running implements AutoCloseable {

        private final long startedAt = System.nanoTime();
        private final Future<?> end;
        private final Future<?> abandon;

        private Running(Guest guest) {
            end = timer.schedule(guest::close, timeoutMillis, TimeUnit.MILLISECONDS);
            abandon = timer.schedule(
                    () -> Runtime.getRuntime().halt(KILLED),
                    timeoutMillis + ABANDONED.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        boolean hasPassed() {
            return System.nanoTime() - startedAt >= TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        }

        @Override
        public void close() {
            end.cancel(false);
            abandon.cancel(false);
        }
    }
}
