package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.customactions.background.QueuedExecution;
import org.customactions.idempotency.KeyUse;
import org.customactions.kind.Outcome;

/**
 * What is kept of an execution whose click is answered before anything is sent, in one statement with the answer for
 * the next call with its key.
 */
record AcceptedExecution(Click click, QueuedExecution queued, String message, Optional<byte[]> sealedAnswer) {

    /** The history's row stays at least until the first attempt; each attempt keeps it longer. */
    private static final String ACCEPT = """
            update custom_action_executions
            set message = :message, outcome = :outcome, attempts = 0, lease_until = greatest(lease_until, now() + interval '1 hour')
            where id = :execution and success is null and exists (select from queued)
            """;

    /** Only what waits is answered so. */
    private static final String ANSWERING = """
            , answered as (
                update custom_action_keys set answer = :answer
                where key_hash = :keyHash and execution_id = :execution and exists (select from queued)
            )""";

    /** Whether it waits to be sent now; false if too many of the organization's wait already. */
    Uni<Boolean> store() {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(statement())
                            .setParameter("message", message)
                            .setParameter("outcome", Outcome.ACCEPTED.code());
                    queued.bind(query);
                    sealedAnswer.ifPresent(answer -> {
                        KeyUse.bind(click.key().orElseThrow(), query);
                        query.setParameter("answer", answer);
                    });
                    return query.executeUpdate();
                })
                .map(count -> count > 0);
    }

    private String statement() {
        var answering = sealedAnswer.isPresent() ? ANSWERING : "";
        return "with " + QueuedExecution.STORING + answering + "\n" + ACCEPT;
    }

    /** Without contents, which are customers' data. */
    @Override
    public String toString() {
        return "AcceptedExecution[%s]".formatted(click.executionId());
    }
}
