package org.customactions.kind;

import java.time.Duration;
import java.util.Optional;

/**
 * How one attempt of what was left for the background ended.
 *
 * @param result what is told if it stays at that
 * @param again whether another attempt may do better; empty if the result is final
 */
public record Attempt(ActionResult result, Optional<Again> again) {

    /**
     * Another attempt.
     *
     * @param notBefore how long it has to wait at least
     * @param isCounted whether this one was an attempt; false if nothing was sent because this replica has no room
     */
    public record Again(Duration notBefore, boolean isCounted) {}
}
