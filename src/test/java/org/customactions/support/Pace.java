package org.customactions.support;

import java.time.Duration;

/**
 * How quick things must be. What is promised is measured with {@code -Pfull}; otherwise a limit only keeps a test from
 * mistaking for quick what waits for something else, and holds on a machine that is many times slower.
 */
public final class Pace {

    private static final boolean MEASURED = Boolean.getBoolean("custom-actions.test.pace");
    private static final int SLOWER = 10;

    private Pace() {}

    /** Whether this run measures what is promised. */
    static boolean isMeasured() {
        return MEASURED;
    }

    /** What a duration must stay below that is promised to stay below this one. */
    public static Duration limit(Duration promised) {
        return MEASURED ? promised : promised.multipliedBy(SLOWER);
    }

    /** The time that has passed since {@link System#nanoTime()} was this. */
    public static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
