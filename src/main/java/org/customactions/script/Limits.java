package org.customactions.script;

import java.math.BigDecimal;
import java.time.Duration;
import org.graalvm.polyglot.PolyglotException;

/** The sentences of the limits that a script can meet, each to be read after "JavaScript stopped: ". */
final class Limits {

    static final String MEMORY = "it used too much memory";
    static final String STEPS = "it ran too many steps";
    static final String STACK = "its calls were nested too deeply";
    static final String CROWDED = "too many scripts were waiting already, try again in a moment";
    static final String SHUTDOWN = "the service is shutting down";

    private static final int MILLIS_DIGITS = 3;

    private Limits() {}

    static String time(Duration timeout) {
        return "it ran longer than " + seconds(timeout);
    }

    static String waiting(Duration maxWait) {
        return "it waited longer than " + seconds(maxWait) + " for its turn";
    }

    /** Which of the engine's own limits this is: the engine tells them apart by cancelling or by its text only. */
    static String reason(PolyglotException exhausted) {
        if (exhausted.isCancelled()) {
            return STEPS;
        }
        return exhausted.getMessage().contains("Stack") ? STACK : MEMORY;
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), MILLIS_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}
