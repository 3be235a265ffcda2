package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.async.Uncancellable;
import org.customactions.background.BackgroundQueue;
import org.customactions.background.QueuedExecution;
import org.customactions.database.Database;
import org.customactions.history.exchange.Exchanges;
import org.customactions.history.exchange.NewExchange;
import org.customactions.identity.Caller;
import org.customactions.kind.Acceptance;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ActionType;
import org.customactions.kind.Deferred;
import org.customactions.kind.Outcome;
import org.customactions.redirect.NewRedirect;
import org.customactions.redirect.Redirects;

/** Completes a run: answers, writes the end of its row, and updates metrics and log. */
@ApplicationScoped
class ExecutionCompletion {

    private static final String FAILED = "The service failed while the action was running, so its outcome is unknown";
    private static final String HUNG_UP = "The caller hung up before the action had ended, so its outcome is unknown";

    private static final ActionResult FULL = ActionResult.failure(
            Outcome.OVERLOADED, "Webhook was not accepted, too many of your organization are waiting to be sent");

    private final Database database;
    private final ExecutionRecords records;
    private final Redirects redirects;
    private final KeptAnswers answers;
    private final Exchanges exchanges;
    private final ExecutionMonitor monitor;
    private final BackgroundQueue queue;

    ExecutionCompletion(
            Database database,
            ExecutionRecords records,
            Redirects redirects,
            KeptAnswers answers,
            Exchanges exchanges,
            ExecutionMonitor monitor,
            BackgroundQueue queue) {
        this.database = database;
        this.records = records;
        this.redirects = redirects;
        this.answers = answers;
        this.exchanges = exchanges;
        this.monitor = monitor;
        this.queue = queue;
    }

    /** The answer, after its end is stored, or what is left to do. */
    Uni<ExecutionView> completed(Run run, Acceptance acceptance) {
        return acceptance
                .deferred()
                .map(deferred -> accepted(run, acceptance.result(), deferred))
                .orElseGet(() -> completed(run, acceptance.result()));
    }

    /** The answer, after what is left to do is stored. What cannot be stored was not accepted. */
    private Uni<ExecutionView> accepted(Run run, ActionResult result, Deferred deferred) {
        var click = run.click();
        var answer = ExecutionView.of(run.executionId(), result, Optional.empty());
        var kept = click.key().flatMap(key -> answers.seal(click.organizationId(), key, click.input(), answer));
        var queued = queue.prepared(click.caller(), run.executionId(), click.actionId(), run.type(), deferred);
        return Uncancellable.of(() -> records.accept(new AcceptedExecution(click, queued, result.message(), kept))
                .onFailure()
                .invoke(failure -> {
                    monitor.ended(run, Outcome.ERROR, run.elapsed());
                    records.endLate(ExecutionEnd.without(click, Outcome.ERROR, FAILED, run.elapsed()));
                })
                .chain(isStored -> isStored ? stored(run, result, answer) : refused(run, queued)));
    }

    private Uni<ExecutionView> refused(Run run, QueuedExecution queued) {
        queue.refused(queued);
        return completed(run, FULL);
    }

    private Uni<ExecutionView> stored(Run run, ActionResult result, ExecutionView answer) {
        queue.added();
        monitor.ended(run, result.outcome(), run.elapsed());
        return Uni.createFrom().item(answer);
    }

    /**
     * The answer, after its end is stored. If the end cannot be written, the caller waits no longer than the database's
     * timeout and the answer stays the same. A click on a link fails then, since the link would lead nowhere, and its
     * start may be lost with its end, see {@link StartStatement}.
     */
    private Uni<ExecutionView> completed(Run run, ActionResult result) {
        var duration = run.elapsed();
        var redirect = result.link().map(link -> redirects.to(link.url()));
        var answer = ExecutionView.of(run.executionId(), result, redirect.map(NewRedirect::path));
        var kept = run.click()
                .key()
                .flatMap(key -> answers.seal(
                        run.click().organizationId(), key, run.click().input(), answer));
        var end = ExecutionEnd.of(run.click(), result, duration, redirect, kept, exchange(run, result));
        return Uncancellable.of(() -> records.end(end)
                .invoke(() -> monitor.ended(run, result.outcome(), duration))
                .replaceWith(answer)
                .onFailure()
                .recoverWithUni(failure -> {
                    if (redirect.isPresent() || run.type() == ActionType.URL) {
                        monitor.ended(run, Outcome.ERROR, duration);
                        records.endLate(ExecutionEnd.without(run.click(), Outcome.ERROR, FAILED, duration));
                        return Uni.createFrom().failure(failure);
                    }
                    monitor.ended(run, result.outcome(), duration);
                    records.endLate(end);
                    return Uni.createFrom().item(answer);
                }));
    }

    /**
     * Another redirect to the page of an execution, of which nothing runs again. Fails with 404 if it led nowhere, was
     * another user's, or ended more than 15 minutes ago.
     */
    Uni<NewRedirect> redirectAgain(Caller caller, UUID executionId) {
        return database.inTransaction(() -> ExecutionLink.find(caller, executionId)
                .map(url -> redirects.to(url.orElseThrow(() -> ApiException.of(
                        ErrorType.NOT_FOUND, "This execution has no link, or ended more than 15 minutes ago"))))
                .call(NewRedirect::store));
    }

    private Optional<NewExchange> exchange(Run run, ActionResult result) {
        return result.exchange()
                .filter(exchange -> exchanges.contain(result.success()))
                .flatMap(exchange -> exchanges.sealed(run.click().organizationId(), run.executionId(), exchange));
    }

    /** Ends a run that failed because of a fault of the service. */
    void failed(Run run) {
        end(run, Outcome.ERROR, FAILED);
    }

    /** Ends a run that was stopped because its caller hung up. */
    void abandoned(Run run) {
        end(run, Outcome.ABANDONED, HUNG_UP);
    }

    private void end(Run run, Outcome outcome, String message) {
        var duration = run.elapsed();
        monitor.ended(run, outcome, duration);
        records.endApart(ExecutionEnd.without(run.click(), outcome, message, duration));
    }
}
