package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customactions.action.ActionConfig;
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

    Executions(Database database, OrganizationLimiter limiter, ActionExecutors executors, Redirects redirects) {
        this.database = database;
        this.limiter = limiter;
        this.executors = executors;
        this.redirects = redirects;
    }

    Uni<ExecutionView> execute(Caller caller, UUID actionId, UUID contactId) {
        var executionId = UUID.randomUUID();
        return limiter.limited(
                caller.organizationId(),
                () -> database.inSession(() -> ExecutionTarget.load(caller, actionId, contactId))
                        .chain(target -> run(caller, target))
                        .chain(result -> redirect(result).map(path -> ExecutionView.of(executionId, result, path))));
    }

    private Uni<ActionResult> run(Caller caller, ExecutionTarget target) {
        ActionConfig config;
        try {
            config = ActionConfig.ofStored(target.action().actionType, target.action().config);
        } catch (ApiException e) {
            // A row that another program wrote, or that an older version accepted.
            return Uni.createFrom()
                    .item(ActionResult.failure("The action's configuration has to be corrected: " + e.getMessage()));
        }
        return executors.execute(caller.organizationId(), config, ActionVariables.of(caller, target));
    }

    private Uni<Optional<String>> redirect(ActionResult result) {
        return result.link()
                .map(link -> redirects.issue(link.url()).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
