package org.customactions.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.DetachedShadowRootException;
import org.openqa.selenium.NoSuchShadowRootException;
import org.openqa.selenium.StaleElementReferenceException;

/** How long a test waits for what has to happen: only for what never will, on a starved machine too. */
public final class Patience {

    public static final Duration LIMIT = Duration.ofMinutes(2);

    private Patience() {}

    /** Waits for a condition. What a page took away while it was read is read again. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).ignoreExceptionsMatching(Patience::isGone);
    }

    private static boolean isGone(Throwable thrown) {
        return thrown instanceof StaleElementReferenceException
                || thrown instanceof DetachedShadowRootException
                || thrown instanceof NoSuchShadowRootException;
    }
}
