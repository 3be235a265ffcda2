package org.customactions.execution;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.customactions.database.SharedStatements;
import org.customactions.history.exchange.NewExchange;
import org.customactions.idempotency.KeyUse;
import org.customactions.idempotency.ScopedKey;
import org.customactions.log.RecordedText;
import org.customactions.redirect.NewRedirect;

/**
 * The statement that executions end with: it ends their rows and stores what belongs to them, of all that end at the
 * same time.
 */
final class EndStatement {

    /**
     * The planner does not look into lists that stand in a subquery, so it has one plan for a few ends and for many.
     */
    private static final String ENDED = """
            with ended as (
                select *
                from unnest(
                    (select cast($1 as uuid[])), (select cast($2 as boolean[])), (select cast($3 as text[])),
                    (select cast($4 as text[])), (select cast($5 as integer[])), (select cast($6 as bigint[])),
                    (select cast($7 as uuid[])), (select cast($8 as text[])), (select cast($9 as text[])),
                    (select cast($10 as text[])), (select cast($11 as float8[])), (select cast($12 as text[])),
                    (select cast($13 as bytea[])), (select cast($14 as text[])), (select cast($15 as bytea[])),
                    (select cast($16 as bigint[])))
                    as e (execution, success, message, outcome, status, duration, organization, user_id, redirect_hash,
                        redirect_url, redirect_seconds, key_hash, answer, exchange_key, exchange, exchange_most)
            )""";

    /**
     * An end that is known already stays: what is written late, or again, changes nothing. Nor does it end what waits
     * to be sent.
     */
    private static final String END = """

            update custom_action_executions x
            set success = e.success, message = e.message, outcome = e.outcome, http_status = e.status,
                duration_ms = e.duration
            from ended e
            where x.id = e.execution and x.success is null and x.attempts is null
            returning x.id
            """;

    private EndStatement() {}

    /** Gives for each end whether there was an execution to end. */
    static Future<List<Boolean>> execute(SqlConnection connection, List<ExecutionEnd> ends) {
        return connection
                .preparedQuery(statement(ends))
                .execute(parameters(ends))
                .map(rows -> {
                    var ended = new HashSet<UUID>();
                    rows.forEach(row -> ended.add(row.getUUID("id")));
                    return ends.stream()
                            .map(end -> ended.contains(end.click().executionId()))
                            .toList();
                });
    }

    private static String statement(List<ExecutionEnd> ends) {
        var parts = new ArrayList<>(List.of(ENDED));
        if (any(ends, end -> end.redirect().isPresent())) {
            parts.add(NewRedirect.STORING);
            parts.add(ExecutionLink.STORING);
        }
        if (any(ends, end -> end.exchange().isPresent())) {
            parts.add(any(ends, EndStatement::makesRoom) ? NewExchange.MAKING_ROOM : NewExchange.STORING);
        }
        if (any(ends, end -> end.click().key().isPresent())) {
            parts.add(KeyUse.ANSWERING);
        }
        return String.join(", ", parts) + END;
    }

    private static boolean any(List<ExecutionEnd> ends, Predicate<ExecutionEnd> hasPart) {
        return ends.stream().anyMatch(hasPart);
    }

    private static boolean makesRoom(ExecutionEnd end) {
        return end.exchange().filter(exchange -> exchange.most() > 0).isPresent();
    }

    private static Tuple parameters(List<ExecutionEnd> ends) {
        return Tuple.tuple()
                .addArrayOfUUID(SharedStatements.column(
                        ends, UUID[]::new, end -> end.click().executionId()))
                .addArrayOfBoolean(SharedStatements.column(ends, Boolean[]::new, ExecutionEnd::success))
                .addArrayOfString(SharedStatements.column(ends, String[]::new, ExecutionEnd::message))
                .addArrayOfString(SharedStatements.column(ends, String[]::new, ExecutionEnd::outcome))
                .addArrayOfInteger(SharedStatements.column(
                        ends, Integer[]::new, end -> end.httpStatus() == 0 ? null : end.httpStatus()))
                .addArrayOfLong(SharedStatements.column(
                        ends, Long[]::new, end -> end.duration().toMillis()))
                .addArrayOfUUID(SharedStatements.column(
                        ends, UUID[]::new, end -> end.click().organizationId()))
                .addArrayOfString(SharedStatements.column(
                        ends,
                        String[]::new,
                        end -> RecordedText.of(end.click().caller().userId())))
                .addArrayOfString(SharedStatements.column(
                        ends,
                        String[]::new,
                        end -> end.redirect().map(NewRedirect::hash).orElse(null)))
                .addArrayOfString(SharedStatements.column(
                        ends,
                        String[]::new,
                        end -> end.redirect().map(NewRedirect::url).orElse(null)))
                .addArrayOfDouble(SharedStatements.column(
                        ends,
                        Double[]::new,
                        end -> end.redirect().map(NewRedirect::seconds).orElse(null)))
                .addArrayOfString(SharedStatements.column(
                        ends,
                        String[]::new,
                        end -> end.click().key().map(ScopedKey::hash).orElse(null)))
                .addArrayOfBuffer(SharedStatements.column(
                        ends,
                        Buffer[]::new,
                        end -> end.sealedAnswer().map(Buffer::buffer).orElse(null)))
                .addArrayOfString(SharedStatements.column(
                        ends,
                        String[]::new,
                        end -> end.exchange()
                                .map(kept -> kept.encrypted().keyId())
                                .orElse(null)))
                .addArrayOfBuffer(SharedStatements.column(
                        ends,
                        Buffer[]::new,
                        end -> end.exchange()
                                .map(kept -> Buffer.buffer(kept.encrypted().bytes()))
                                .orElse(null)))
                .addArrayOfLong(SharedStatements.column(
                        ends,
                        Long[]::new,
                        end -> end.exchange()
                                .map(NewExchange::most)
                                .filter(most -> most > 0)
                                .orElse(null)));
    }
}
