package org.customactions.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.customactions.database.DatabaseConfiguration;
import org.customactions.kind.ActionKinds;

/** How long an execution can take, so that one whose service died is told from one that is under way. */
@ApplicationScoped
class RunLimits {

    private final Duration run;
    private final Duration lease;

    RunLimits(ActionKinds kinds, ExecutionConfiguration configuration, DatabaseConfiguration database) {
        this.run = kinds.longestRun().plus(configuration.slack());
        this.lease = run.plus(database.timeout().multipliedBy(2));
    }

    /** Longest time that an action may run. Every kind has limits below this; past it, the execution has failed. */
    Duration run() {
        return run;
    }

    /**
     * How long an execution counts as under way unless its end is written: from the time its row is stored, with a run
     * and what the database may take before and after it.
     */
    Duration lease() {
        return lease;
    }
}
