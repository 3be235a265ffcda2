package org.customactions.script;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.customactions.script.process.ScriptRequest;

/**
 * A request that waits for a process or is being answered by one. It is ended once.
 *
 * @param organizationId whose share of the processes it counts for
 * @param request what is asked of a process
 * @param createdAt instant of {@link System#nanoTime} when it was asked for
 * @param end is told how it ended
 */
record Job(UUID organizationId, ScriptRequest request, long createdAt, Consumer<JobEnd> end) {

    static Job now(UUID organizationId, ScriptRequest request, Consumer<JobEnd> end) {
        return new Job(organizationId, request, System.nanoTime(), end);
    }

    void stop(String reason) {
        end.accept(new JobEnd.Stopped(reason, List.of()));
    }
}
