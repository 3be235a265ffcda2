package org.customactions.script.process;

/**
 * Measures the memory that scripts leave in the process after their contexts are closed. An engine keeps what it
 * learned about code, such as the names of symbols, and a script can make it learn a lot.
 */
final class Leftovers {

    /** Most bytes that all scripts together may leave. */
    private static final long MAX = 16L << 20;

    private static final int RUNS_BETWEEN_CHECKS = 1_000;

    private final Runtime runtime = Runtime.getRuntime();
    private long base;
    private long before;
    private int runsSinceCheck;

    /** Takes the memory in use now as the amount that the process itself needs. */
    void measureBase() {
        System.gc();
        base = used();
    }

    void begin() {
        before = used();
    }

    /** Whether too much is left. Measures exactly only after a script that used much, and from time to time. */
    boolean remain() {
        runsSinceCheck++;
        if (used() - before < MAX && runsSinceCheck < RUNS_BETWEEN_CHECKS) {
            return false;
        }
        runsSinceCheck = 0;
        if (used() - base <= MAX) {
            // Less is left than is used. Looking closer takes as long as a hundred runs.
            return false;
        }
        System.gc();
        return used() - base > MAX;
    }

    private long used() {
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
