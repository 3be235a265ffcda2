package org.customactions.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.customactions.database.DatabaseConfiguration;
import org.customactions.kind.ActionKinds;

/** Knows how long an execution can take, so that one whose service died can be told from one that is still running. */
@ApplicationScoped
class RunLimits {

    private final Duration run;
    private final Duration lease;

    RunLimits(ActionKinds kinds, ExecutionConfiguration configuration, DatabaseConfiguration database) {
        this.run = kinds.longestRun().plus(configuration.slack());
        this.lease = run.plus(database.timeout().multipliedBy(2));
    }

    /** Longest time that an action may run. Every kind has limits below this; after it, the execution has failed. */
    Duration run() {
        return run;
    }

    /**
     * How long an execution without a written end counts as under way. It starts when the row is stored and covers the
     * run plus the database's timeout before and after it.
     */
    Duration lease() {
        return lease;
    }
}
