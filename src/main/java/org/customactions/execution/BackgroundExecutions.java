package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.customactions.background.BackgroundQueue;
import org.customactions.background.BackgroundState;
import org.customactions.database.Database;
import org.customactions.identity.Caller;
import org.customactions.identity.Callers;
import org.customactions.kind.ActionResult;
import org.customactions.redirect.NewRedirect;
import org.customactions.redirect.Redirects;

/** What users may ask of their executions in the background. */
@ApplicationScoped
class BackgroundExecutions {

    private final Callers callers;
    private final BackgroundQueue queue;
    private final Redirects redirects;
    private final Database database;

    BackgroundExecutions(Callers callers, BackgroundQueue queue, Redirects redirects, Database database) {
        this.callers = callers;
        this.queue = queue;
        this.redirects = redirects;
        this.database = database;
    }

    Uni<ExecutionStateView> state(UUID executionId) {
        return callers.current()
                .chain(caller ->
                        callers.standing(caller).chain(standing -> state(caller, executionId, standing.isManager())));
    }

    Uni<ExecutionStateView> retry(UUID executionId) {
        return callers.manager()
                .chain(caller -> queue.retry(caller, executionId).chain(() -> state(caller, executionId, true)));
    }

    /** How many failed executions of an action are tried again. */
    Uni<RetriedView> retryAll(UUID actionId) {
        return callers.manager()
                .chain(caller -> queue.retryAll(caller, actionId))
                .map(RetriedView::new);
    }

    Uni<ExecutionStateView> cancel(UUID executionId) {
        return callers.manager()
                .chain(caller -> queue.cancel(caller, executionId).chain(() -> state(caller, executionId, true)));
    }

    private Uni<ExecutionStateView> state(Caller caller, UUID executionId, boolean isManager) {
        return queue.state(caller, executionId, isManager)
                .chain(state -> state.result()
                        .map(result -> withAnswer(executionId, state, result))
                        .orElseGet(() -> Uni.createFrom()
                                .item(new ExecutionStateView(
                                        "pending",
                                        state.attempts(),
                                        state.nextAttemptAt().orElse(null),
                                        null))));
    }

    /** A link gets a redirect that works from now on. */
    private Uni<ExecutionStateView> withAnswer(UUID executionId, BackgroundState state, ActionResult result) {
        var redirect = result.link().map(link -> redirects.to(link.url()));
        var stored = redirect.map(link -> database.inSession(link::store))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return stored.map(done -> new ExecutionStateView(
                result.success() ? "succeeded" : "failed",
                state.attempts(),
                null,
                ExecutionView.of(executionId, result, redirect.map(NewRedirect::path))));
    }
}
