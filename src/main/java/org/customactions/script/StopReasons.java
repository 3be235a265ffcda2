package org.customactions.script;

import java.time.Duration;
import org.customactions.text.Quantity;

/** The sentences for the limits that a script can hit, each written to follow "JavaScript stopped: ". */
final class StopReasons {

    static final String MEMORY = "it used too much memory";
    static final String STEPS = "it ran too many steps";
    static final String STACK = "its calls were nested too deeply";
    static final String CROWDED = "too many scripts were waiting already, try again in a moment";
    static final String SHUTDOWN = "the service is shutting down";

    private StopReasons() {}

    static String time(Duration timeout) {
        return "it ran longer than " + Quantity.inSeconds(timeout);
    }

    static String waiting(Duration maxWait) {
        return "it waited longer than " + Quantity.inSeconds(maxWait) + " for its turn";
    }
}
