package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.customactions.action.ActionConfig;
import org.customactions.action.CustomAction;
import org.customactions.api.ApiException;
import org.customactions.database.Database;
import org.customactions.identity.Caller;
import org.customactions.redirect.Redirects;

/** The way of an execution: load, run, make its link a one-time redirect. */
@ApplicationScoped
public class Executions {

    private final Database database;
    private final OrganizationLimiter limiter;
    private final ActionExecutors executors;
    private final Redirects redirects;
    private final ExecutionMonitor monitor;

    Executions(
            Database database,
            OrganizationLimiter limiter,
            ActionExecutors executors,
            Redirects redirects,
            ExecutionMonitor monitor) {
        this.database = database;
        this.limiter = limiter;
        this.executors = executors;
        this.redirects = redirects;
        this.monitor = monitor;
    }

    Uni<ExecutionView> execute(Caller caller, UUID actionId, UUID contactId) {
        var executionId = UUID.randomUUID();
        return limiter.limited(
                caller.organizationId(),
                () -> database.inSession(() -> ExecutionTarget.load(caller, actionId, contactId))
                        .chain(target -> run(
                                target.action(),
                                new ExecutionInput(
                                        executionId, caller.organizationId(), ActionVariables.of(caller, target)))));
    }

    private Uni<ExecutionView> run(CustomAction action, ExecutionInput input) {
        var started = monitor.start();
        Consumer<Outcome> ended = outcome -> monitor.ended(
                started, input.executionId(), input.organizationId(), action.id, action.actionType, outcome);
        // Deferred, so that an executor that throws has failed like one whose work does.
        return Uni.createFrom()
                .deferred(() -> execute(action, input))
                .chain(result -> redirect(result)
                        .map(path -> ExecutionView.of(input.executionId(), result, path))
                        .invoke(answer -> ended.accept(result.outcome())))
                .onFailure()
                .invoke(failure -> ended.accept(Outcome.ERROR))
                .onCancellation()
                .invoke(() -> ended.accept(Outcome.ABANDONED));
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

    private Uni<Optional<String>> redirect(ActionResult result) {
        return result.link()
                .map(link -> redirects.issue(link.url()).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
