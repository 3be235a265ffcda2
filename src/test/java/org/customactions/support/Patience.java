package org.customactions.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for what has to happen: only for what never will, on a starved machine too. */
public final class Patience {

    public static final Duration LIMIT = Duration.ofMinutes(2);

    private Patience() {}

    /** Waits for a condition. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
