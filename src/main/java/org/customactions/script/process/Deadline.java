package org.customactions.script.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a script at its timeout, and the process if that does not help and the service is gone. Looks at the clock every
 * few milliseconds while scripts run; that costs less than a timer for each script.
 */
final class Deadline {

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /**
     * Ticks after the last script before the thread goes to sleep; waking it costs the next script some microseconds.
     */
    private static final int TICKS_BEFORE_SLEEP = 200;

    /** If the service is alive, it kills a process long before this. */
    private static final Duration ABANDONED = Duration.ofSeconds(10);

    private static final int KILLED = 137;

    private final long timeoutNanos;
    private final Thread thread = new Thread(this::watch, "script-deadline");
    private volatile Running running;
    private volatile boolean asleep;

    Deadline(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts the time of the guest's script. */
    Running start(Guest guest) {
        running = new Running(guest);
        if (asleep) {
            LockSupport.unpark(thread);
        }
        return running;
    }

    private void watch() {
        var ticksWithout = 0;
        for (; ; ) {
            var watched = running;
            ticksWithout = watched == null ? ticksWithout + 1 : 0;
            asleep = ticksWithout > TICKS_BEFORE_SLEEP;
            if (asleep && running == null) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, TICK_NANOS);
            }
            if (watched != null) {
                watched.inspect();
            }
        }
    }

    /** The time of one script, until it is closed. */
    final class Running implements AutoCloseable {

        private final Guest guest;
        private final long startedAt = System.nanoTime();
        private boolean ended;

        private Running(Guest guest) {
            this.guest = guest;
        }

        boolean hasPassed() {
            return System.nanoTime() - startedAt >= timeoutNanos;
        }

        /** Waits; not at all, and then false, if the time of the script would be over by then. */
        boolean pause(Duration pause) {
            var nanos = pause.toNanos();
            if (System.nanoTime() - startedAt + nanos >= timeoutNanos) {
                return false;
            }
            for (var end = System.nanoTime() + nanos; nanos > 0; nanos = end - System.nanoTime()) {
                LockSupport.parkNanos(this, nanos);
            }
            return true;
        }

        @Override
        public void close() {
            running = null;
        }

        private void inspect() {
            if (!ended && hasPassed()) {
                ended = true;
                // Closing waits for the script to end, so it must not block this thread.
                var closing = new Thread(guest::close, "script-end");
                closing.setDaemon(true);
                closing.start();
            }
            if (running == this && System.nanoTime() - startedAt > timeoutNanos + ABANDONED.toNanos()) {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }
}
