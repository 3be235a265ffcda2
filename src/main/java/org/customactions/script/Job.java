package org.customactions.script;

import java.util.UUID;
import java.util.function.Consumer;
import org.customactions.async.FairQueue;
import org.customactions.script.process.ScriptRequest;

/**
 * A request that waits for a process or is being answered by one. It ends exactly once.
 *
 * @param organizationId the organization whose share of the processes it counts against
 * @param request the request to the process
 * @param createdAt instant of {@link System#nanoTime} at which it was submitted
 * @param end called with its end
 */
record Job(UUID organizationId, ScriptRequest request, long createdAt, Consumer<JobEnd> end)
        implements FairQueue.Waiting {

    static Job now(UUID organizationId, ScriptRequest request, Consumer<JobEnd> end) {
        return new Job(organizationId, request, System.nanoTime(), end);
    }

    /** @param ofOwn whether jobs of its organization are in its way */
    void giveUp(String reason, boolean ofOwn) {
        end.accept(new JobEnd.NotRun(reason, ofOwn));
    }
}
