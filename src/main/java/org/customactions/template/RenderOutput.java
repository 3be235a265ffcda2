package org.customactions.template;

import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Collects a template's output and stops it at its limits. Every tag gets it, so it also counts the work and records
 * unknown names.
 */
final class RenderOutput extends Writer {

    /** The clock is read once in this many steps, so that a small template never depends on it. */
    private static final int STEPS_BETWEEN_CLOCK_READINGS = 256;

    private final StringBuilder text = new StringBuilder();
    private final Limits limits;
    private final Set<String> unknown;
    private final LongSupplier nanoClock;
    private final long start;
    private int steps;
    private long work;

    RenderOutput(Limits limits, Set<String> unknown, LongSupplier nanoClock) {
        this.limits = limits;
        this.unknown = unknown;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    /** Counts one tag. */
    void step() {
        if (++steps > limits.maxSteps()) {
            throw new RenderException(
                    sentence("fills in more than %,d tags; loop over fewer values", limits.maxSteps()));
        }
        if (steps % STEPS_BETWEEN_CLOCK_READINGS == 0) {
            checkTime();
        }
    }

    /** Counts a value's characters, which cost time even if escaping drops them. */
    void work(int characters) {
        work += characters;
        if (work > limits.maxWork()) {
            throw new RenderException(sentence("works through more than %,d characters of values", limits.maxWork()));
        }
    }

    void unknown(String name) {
        unknown.add(name);
    }

    @Override
    public void write(String piece) {
        reserve(piece.length());
        text.append(piece);
    }

    @Override
    public void write(char[] piece, int offset, int length) {
        reserve(length);
        text.append(piece, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }

    private void reserve(int length) {
        if (length > limits.maxCharacters() - text.length()) {
            throw new RenderException(sentence("becomes longer than %,d characters", limits.maxCharacters()));
        }
    }

    private void checkTime() {
        if (nanoClock.getAsLong() - start > limits.maxTime().toNanos()) {
            throw new RenderException(sentence(
                    "takes longer than %,d ms to fill in", limits.maxTime().toMillis()));
        }
    }

    private static String sentence(String problem, long limit) {
        return "The filled-in template " + String.format(Locale.ROOT, problem, limit);
    }
}
