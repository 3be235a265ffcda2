package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.customactions.history.exchange.NewExchange;
import org.customactions.idempotency.KeyUse;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Outcome;
import org.customactions.log.RecordedText;
import org.customactions.redirect.NewRedirect;

/**
 * What is kept of an execution that has ended, in one statement with the redirect it answers with and the answer for
 * the next call with its key.
 *
 * @param click what was executed
 * @param success whether the action did what it is for
 * @param message what the agent is told, as {@link RecordedText} keeps it
 * @param outcome code of how it ended
 * @param httpStatus status that an upstream answered with, 0 where none did
 * @param duration how long the action took
 * @param redirect link to store with it
 * @param sealedAnswer answer to keep, where the click has a key and the outcome is known
 * @param exchange what was sent and answered, where it is kept
 */
record ExecutionEnd(
        Click click,
        boolean success,
        String message,
        String outcome,
        int httpStatus,
        Duration duration,
        Optional<NewRedirect> redirect,
        Optional<byte[]> sealedAnswer,
        Optional<NewExchange> exchange) {

    /**
     * An end that is known already stays: what is written late, or again, changes nothing. Nor does it end what waits
     * to be sent.
     */
    private static final String END = """
            update custom_action_executions
            set success = :success, message = :message, outcome = :outcome,
                http_status = nullif(:status, 0), duration_ms = :duration
            where id = :execution and success is null and attempts is null
            """;

    static ExecutionEnd of(
            Click click,
            ActionResult result,
            Duration duration,
            Optional<NewRedirect> redirect,
            Optional<byte[]> sealedAnswer,
            Optional<NewExchange> exchange) {
        return new ExecutionEnd(
                click,
                result.success(),
                RecordedText.of(result.message()),
                result.outcome().code(),
                result.outcome().httpStatus().orElse(0),
                duration,
                redirect,
                sealedAnswer,
                exchange);
    }

    /** An end without a result. */
    static ExecutionEnd without(Click click, Outcome outcome, String reason, Duration duration) {
        return new ExecutionEnd(
                click,
                false,
                reason,
                outcome.code(),
                0,
                duration,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Uni<Void> store() {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(statement())
                            .setParameter("execution", click.executionId())
                            .setParameter("success", success)
                            .setParameter("message", message)
                            .setParameter("outcome", outcome)
                            .setParameter("status", httpStatus)
                            .setParameter("duration", duration.toMillis());
                    redirect.ifPresent(link -> {
                        link.bind(query);
                        ExecutionLink.bind(click.caller(), query);
                    });
                    click.key().ifPresent(key -> KeyUse.bind(key, query));
                    exchange.ifPresent(kept -> kept.bind(query));
                    sealedAnswer.ifPresent(answer -> query.setParameter("answer", answer));
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }

    private String statement() {
        var parts = new ArrayList<String>();
        redirect.ifPresent(link -> {
            parts.add(NewRedirect.STORING);
            parts.add(ExecutionLink.STORING);
        });
        exchange.ifPresent(kept -> parts.add(kept.storing()));
        click.key().ifPresent(key -> parts.add(sealedAnswer.isPresent() ? KeyUse.ANSWERING : KeyUse.GIVING_UP));
        return parts.isEmpty() ? END : "with " + String.join(", ", parts) + "\n" + END;
    }

    /** Without the message and the redirect, which may hold customers' data. */
    @Override
    public String toString() {
        return "ExecutionEnd[%s]".formatted(click.executionId());
    }
}
