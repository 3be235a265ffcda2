package org.customactions.script.process;

/**
 * What is left of scripts in the process once their contexts are closed: nothing of use, but an engine keeps what it
 * learned of code, such as the names of symbols, and a script can make it learn a lot.
 */
final class Leftovers {

    /** In bytes. Less than this may be left of all scripts together. */
    private static final long MAX = 16L << 20;

    private static final int RUNS_BETWEEN_CHECKS = 1_000;

    private final Runtime runtime = Runtime.getRuntime();
    private long base;
    private long before;
    private int runsSinceCheck;

    /** Takes what is in use now for what the process needs. */
    void measureBase() {
        System.gc();
        base = used();
    }

    void begin() {
        before = used();
    }

    /** Whether too much is left; looked at closely after a script that used much, and now and then. */
    boolean remain() {
        runsSinceCheck++;
        if (used() - before < MAX && runsSinceCheck < RUNS_BETWEEN_CHECKS) {
            return false;
        }
        runsSinceCheck = 0;
        System.gc();
        return used() - base > MAX;
    }

    private long used() {
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
