package org.customactions.background;

import java.time.Instant;
import java.util.Optional;
import org.customactions.kind.ActionResult;

/**
 * How an execution in the background stands.
 *
 * @param attempts how many have begun
 * @param nextAttemptAt empty while one is under way and once it has ended
 * @param result empty until it has ended
 */
public record BackgroundState(int attempts, Optional<Instant> nextAttemptAt, Optional<ActionResult> result) {}
