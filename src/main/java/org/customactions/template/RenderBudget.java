package org.customactions.template;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What filling in all templates of one click may cost together: 100,000 tags, where each pass through a section counts
 * again; 8,388,608 characters of values that are escaped or written as JSON, even if they are not output; and 100 ms.
 *
 * <p>The time is the processor time of the thread that fills in, so a template that needs little of it never fails
 * because the machine is busy. It is read once in a few hundred tags, so a small template does not depend on it at all.
 *
 * <p>It also notes the names that lead nowhere. It can be used by several threads, but by one at a time.
 */
public final class RenderBudget {

    private static final int MAX_STEPS = 100_000;
    private static final long MAX_WORK = 8L * 1024 * 1024;
    private static final Duration MAX_TIME = Duration.ofMillis(100);

    /** So many characters weigh as much as one tag. */
    private static final int PIECE = 128;

    private static final int PIECES_BETWEEN_CLOCK_READINGS = 256;

    private final int maxSteps;
    private final LongSupplier nanoClock;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> lacking = new LinkedHashSet<>();
    private int steps;
    private long work;
    private long nanos;

    private int maxPieces = Integer.MAX_VALUE;
    private int pieces;
    private int nextReading = PIECES_BETWEEN_CLOCK_READINGS;
    private boolean isTimed;
    private long start;

    RenderBudget(int maxSteps, LongSupplier nanoClock) {
        this.maxSteps = maxSteps;
        this.nanoClock = nanoClock;
    }

    /** The budget of a click that begins. */
    public static RenderBudget ofClick() {
        return ofSteps(MAX_STEPS);
    }

    /** A budget of fewer tags. */
    public static RenderBudget ofSteps(int maxSteps) {
        return new RenderBudget(maxSteps, ProcessorTime::nanos);
    }

    /**
     * The names in the templates that their variables do not have, in the order of rendering. A name whose value is
     * null or empty is known. Names inside a skipped section are not among them, because the section's own value
     * decides what they mean.
     */
    public List<String> unknownVariables() {
        return List.copyOf(unknown);
    }

    /**
     * The parts of an answer that were to be written and that it does not have, in the order of rendering, since this
     * was asked last. A part that is null is there; one with a default is not missed.
     */
    public List<String> takeLacking() {
        var taken = List.copyOf(lacking);
        lacking.clear();
        return taken;
    }

    /** Fills in on this thread, to the end of what is left. */
    <T> T spend(Supplier<T> rendering) {
        return spend(Integer.MAX_VALUE, rendering);
    }

    /**
     * Fills in on this thread. What costs more than some pieces is given up, and leaves the budget as it was.
     *
     * @param most a piece is a tag, or 128 characters that are worked through or written
     * @throws LengthyException if it costs more
     */
    <T> T spendLittle(int most, Supplier<T> rendering) throws LengthyException {
        var stepsBefore = steps;
        var workBefore = work;
        try {
            return spend(most, rendering);
        } catch (GivenUp e) {
            steps = stepsBefore;
            work = workBefore;
            throw new LengthyException();
        }
    }

    private <T> T spend(int most, Supplier<T> rendering) {
        maxPieces = most;
        pieces = 0;
        nextReading = PIECES_BETWEEN_CLOCK_READINGS;
        isTimed = false;
        try {
            return rendering.get();
        } finally {
            if (isTimed) {
                nanos += nanoClock.getAsLong() - start;
            }
        }
    }

    /** Counts one tag. */
    void step() {
        if (++steps > maxSteps) {
            throw new RenderException(sentence("fill in more than %,d tags; loop over fewer values", maxSteps));
        }
        weigh(1);
    }

    /** Counts a value's characters, which cost time even if escaping drops them. */
    void work(long characters) {
        work += characters;
        if (work > MAX_WORK) {
            throw new RenderException(sentence("work through more than %,d characters of values", MAX_WORK));
        }
        weigh((int) (characters / PIECE));
    }

    /** Counts characters of output. */
    void wrote(int characters) {
        weigh(characters / PIECE);
    }

    void unknown(String name) {
        unknown.add(name);
    }

    void lacking(String name) {
        lacking.add(name);
    }

    private void weigh(int more) {
        pieces += more;
        if (pieces > maxPieces) {
            throw new GivenUp();
        }
        if (pieces >= nextReading) {
            nextReading = pieces + PIECES_BETWEEN_CLOCK_READINGS;
            checkTime();
        }
    }

    private void checkTime() {
        var now = nanoClock.getAsLong();
        if (!isTimed) {
            isTimed = true;
            start = now;
        }
        if (nanos + now - start > MAX_TIME.toNanos()) {
            throw new RenderException(sentence("take longer than %,d ms to fill in", MAX_TIME.toMillis()));
        }
    }

    private static String sentence(String problem, long limit) {
        return "The templates " + String.format(Locale.ROOT, problem, limit);
    }

    /** Thrown if filling in costs more than the little that was allowed. */
    static final class LengthyException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Gets out of the template. */
    private static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private GivenUp() {
            super(null, null, false, false);
        }
    }
}
