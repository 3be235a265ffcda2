package org.customactions.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.customactions.database.DatabaseConfiguration;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;

/** Knows how long an execution can take, so that one whose service died can be told from one that is still running. */
@ApplicationScoped
class RunLimits {

    private final ActionKinds kinds;
    private final Duration slack;
    private final Duration writing;

    RunLimits(ActionKinds kinds, ExecutionConfiguration configuration, DatabaseConfiguration database) {
        this.kinds = kinds;
        this.slack = configuration.slack();
        this.writing = database.timeout().multipliedBy(2);
    }

    /**
     * Longest time that an action may run. Every kind has limits below this, and some configs have their own; after it,
     * the execution has failed.
     */
    Duration run(ActionConfig config) {
        return kinds.longestRun(config).plus(slack);
    }

    /**
     * How long an execution without a written end counts as under way, unless its config allows it more. It starts when
     * the row is stored and covers the run plus the database's timeout before and after it.
     */
    Duration lease() {
        return kinds.longestRun().plus(margin());
    }

    /** What of a lease is more than the time that the action itself may take. */
    Duration margin() {
        return slack.plus(writing);
    }
}
