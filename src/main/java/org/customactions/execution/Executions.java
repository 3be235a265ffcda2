package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.customactions.action.ActionConfig;
import org.customactions.action.CustomAction;
import org.customactions.api.ApiException;

/** The way of an execution: its row, its run, and what becomes of it. */
@ApplicationScoped
public class Executions {

    private final OrganizationLimiter limiter;
    private final ExecutionRecords records;
    private final ActionExecutors executors;
    private final ExecutionCompletion completion;
    private final RunLimits limits;

    Executions(
            OrganizationLimiter limiter,
            ExecutionRecords records,
            ActionExecutors executors,
            ExecutionCompletion completion,
            RunLimits limits) {
        this.limiter = limiter;
        this.records = records;
        this.executors = executors;
        this.completion = completion;
        this.limits = limits;
    }

    Uni<ExecutionView> execute(Click click) {
        return limiter.limited(
                click.organizationId(), () -> records.begin(click).chain(target -> run(click, target)));
    }

    private Uni<ExecutionView> run(Click click, ExecutionTarget target) {
        var run = new Run(click, target.action().actionType);
        // Deferred, so that an executor that throws has failed like one whose work does.
        return Uni.createFrom()
                .deferred(() -> execute(
                        target.action(),
                        new ExecutionInput(
                                click.executionId(),
                                click.organizationId(),
                                ActionVariables.of(click.caller(), target))))
                .ifNoItem()
                .after(limits.run())
                .failWith(() -> new IllegalStateException("An action ran longer than any may"))
                .onFailure()
                .invoke(failure -> completion.failed(run))
                .onCancellation()
                .invoke(() -> completion.abandoned(run))
                .chain(result -> completion.completed(run, result));
    }

    private Uni<ActionResult> execute(CustomAction action, ExecutionInput input) {
        try {
            return executors.execute(ActionConfig.ofStored(action.actionType, action.config), input);
        } catch (ApiException e) {
            // A row that another program wrote, or that an older version accepted.
            return Uni.createFrom()
                    .item(ActionResult.failure(
                            Outcome.INVALID, "The action's configuration has to be corrected: " + e.getMessage()));
        }
    }
}
