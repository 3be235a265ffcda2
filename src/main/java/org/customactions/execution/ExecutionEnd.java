package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customactions.redirect.NewRedirect;

/**
 * What is kept of an execution that has ended, in one statement with the redirect it answers with.
 *
 * @param executionId the execution
 * @param success whether the action did what it is for
 * @param message what the agent is told, as {@link HistoryText} keeps it
 * @param httpStatus status that an upstream answered with, 0 where none did
 * @param duration how long the action took
 * @param redirect link to store with it
 */
record ExecutionEnd(
        UUID executionId,
        boolean success,
        String message,
        int httpStatus,
        Duration duration,
        Optional<NewRedirect> redirect) {

    /** An end that is known already stays: what is written late, or again, changes nothing. */
    private static final String END = """
            update custom_action_executions
            set success = :success, message = :message, http_status = nullif(:status, 0), duration_ms = :duration
            where id = :execution and success is null
            """;

    static ExecutionEnd of(UUID executionId, ActionResult result, Duration duration, Optional<NewRedirect> redirect) {
        return new ExecutionEnd(
                executionId,
                result.success(),
                HistoryText.of(result.message()),
                result.outcome().httpStatus().orElse(0),
                duration,
                redirect);
    }

    /** An end without a result. */
    static ExecutionEnd without(UUID executionId, String reason, Duration duration) {
        return new ExecutionEnd(executionId, false, reason, 0, duration, Optional.empty());
    }

    Uni<Void> store() {
        var statement = redirect.isPresent() ? "with " + NewRedirect.STORING + "\n" + END : END;
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(statement)
                            .setParameter("execution", executionId)
                            .setParameter("success", success)
                            .setParameter("message", message)
                            .setParameter("status", httpStatus)
                            .setParameter("duration", duration.toMillis());
                    redirect.ifPresent(link -> link.bind(query));
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }
}
