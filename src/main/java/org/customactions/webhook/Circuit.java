package org.customactions.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Decides which calls to one upstream are made. A call that nobody waits for any more says nothing about the upstream:
 * it counts neither for nor against it, which is why this is no library's circuit breaker. May be used on any thread.
 */
final class Circuit {

    private static final int WINDOW = 10;
    private static final int TOO_MANY = WINDOW / 2;

    private final long delayNanos;
    private final LongSupplier nanoTime;

    /** How the last calls ended, as a ring; true for no answer. */
    private final boolean[] unanswered = new boolean[WINDOW];

    private int next;
    private int calls;
    private boolean isOpen;
    private long openUntil;
    private boolean isTried;

    /** What a call may be made with. */
    final class Permit {

        private final boolean isTrial;
        private boolean isUsed;

        private Permit(boolean isTrial) {
            this.isTrial = isTrial;
        }

        /** The call ended, with an answer or without one. */
        void ended(boolean answered) {
            synchronized (Circuit.this) {
                if (use()) {
                    if (isTrial) {
                        tried(answered);
                    } else if (!isOpen) {
                        count(answered);
                    }
                }
            }
        }

        /** Nobody waits for the call any more. */
        void abandoned() {
            synchronized (Circuit.this) {
                if (use() && isTrial) {
                    isTried = false;
                }
            }
        }

        private boolean use() {
            var first = !isUsed;
            isUsed = true;
            return first;
        }
    }

    Circuit(Duration delay) {
        this(delay, System::nanoTime);
    }

    Circuit(Duration delay, LongSupplier nanoTime) {
        this.delayNanos = delay.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Empty if the upstream is to be left alone. */
    synchronized Optional<Permit> permit() {
        if (!isOpen) {
            return Optional.of(new Permit(false));
        }
        if (isTried || nanoTime.getAsLong() - openUntil < 0) {
            return Optional.empty();
        }
        isTried = true;
        return Optional.of(new Permit(true));
    }

    private void tried(boolean answered) {
        isTried = false;
        if (answered) {
            isOpen = false;
            calls = 0;
        } else {
            open();
        }
    }

    private void count(boolean answered) {
        unanswered[next] = !answered;
        next = (next + 1) % WINDOW;
        calls = Math.min(calls + 1, WINDOW);
        var failures = 0;
        for (var failed : unanswered) {
            failures += failed ? 1 : 0;
        }
        if (calls == WINDOW && failures >= TOO_MANY) {
            open();
        }
    }

    private void open() {
        isOpen = true;
        openUntil = nanoTime.getAsLong() + delayNanos;
    }
}
