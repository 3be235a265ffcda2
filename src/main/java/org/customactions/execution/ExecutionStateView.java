package org.customactions.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an execution in the background stands.
 *
 * @param state {@code pending}, {@code succeeded} or {@code failed}
 * @param attempts how many have begun
 * @param nextAttemptAt left out while one is under way and once it has ended
 * @param answer what came of it, as an execution is answered; left out until it has ended
 */
@Schema(name = "ExecutionState")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExecutionStateView(
        @Schema(
                required = true,
                enumeration = {"pending", "succeeded", "failed"})
        String state,

        @Schema(required = true) int attempts,
        Instant nextAttemptAt,
        ExecutionView answer) {}
