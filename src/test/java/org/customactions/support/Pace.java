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

    /** A test, or the part of it that measures. */
    public interface Measurement {

        void run() throws Exception;
    }

    /** What a duration must stay below that is promised to stay below this one. */
    public static Duration limit(Duration promised) {
        return MEASURED ? promised : promised.multipliedBy(SLOWER);
    }

    /** The time that has passed since {@link System#nanoTime()} was this. */
    public static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /**
     * Runs what depends on how busy the machine is. Where it is measured it may fail once, and a line says so; then it
     * runs again.
     */
    public static void retriedOnce(Measurement measurement) throws Exception {
        try {
            measurement.run();
        } catch (AssertionError e) {
            if (!MEASURED) {
                throw e;
            }
            System.out.printf("Retried: %s, as it failed: %s%n", caller(), e);
            measurement.run();
        }
    }

    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(2)
                        .findFirst()
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .orElse("a test"));
    }
}
