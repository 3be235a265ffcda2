package org.customactions.background;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.Database;
import org.customactions.history.exchange.NewExchange;
import org.customactions.kind.ActionResult;
import org.customactions.log.RecordedText;

/** What is stored when an execution goes on: later, or on this replica for longer. */
final class NextAttempt {

    /** The history's row lives as long as the execution may. */
    private static final String AGAIN = """
            with again as (
                update background_executions
                set due_at = now() + make_interval(secs => $3::float8), is_ready = $3::float8 = 0, under_way = false,
                    failures = $4::int, attempts = attempts - $5::int
                where %s
                returning execution_id, organization_id, attempts, due_at
            ), %s
            update custom_action_executions as e
            set message = coalesce($6::text, message), http_status = coalesce(nullif($7::int, 0), http_status),
                attempts = again.attempts, lease_until = greatest(lease_until, again.due_at + interval '1 hour')
            from again
            where e.id = again.execution_id
            """.formatted(AttemptEnd.MINE, LastExchange.storing("again", 8));

    /** Locked in their order, as others do who hold several. */
    private static final String KEEP = """
            update background_executions
            set due_at = now() + make_interval(secs => $3::float8), is_ready = false
            where execution_id = any(array(
                select b.execution_id
                from background_executions as b
                join unnest($1::uuid[], $2::int[]) as mine (execution_id, takes)
                    using (execution_id, takes)
                where b.under_way
                order by b.execution_id
                for update of b))
            """;

    private NextAttempt() {}

    /** It is tried again later, because it has failed so many times in its round. */
    static Uni<Void> again(
            Database database,
            Taken taken,
            ActionResult result,
            Optional<NewExchange> exchange,
            Duration wait,
            int failures) {
        var values = new ArrayList<>(Arrays.<Object>asList(
                taken.executionId(),
                taken.take(),
                seconds(wait),
                failures,
                0,
                RecordedText.of(result.message()),
                result.outcome().httpStatus().orElse(0)));
        values.addAll(LastExchange.values(exchange, true));
        return database.statement(AGAIN, Tuple.from(values)).replaceWithVoid();
    }

    /** It waits again, as if it had not been taken. */
    static Uni<Void> handedBack(Database database, Taken taken, Duration wait) {
        var values = new ArrayList<>(
                Arrays.<Object>asList(taken.executionId(), taken.take(), seconds(wait), taken.failures(), 1, null, 0));
        values.addAll(LastExchange.values(Optional.empty(), false));
        return database.statement(AGAIN, Tuple.from(values)).replaceWithVoid();
    }

    /** This replica lives and goes on with them. */
    static Uni<Void> keep(Database database, Iterable<Taken> underWay, Duration lease) {
        var ids = new ArrayList<UUID>();
        var takes = new ArrayList<Integer>();
        underWay.forEach(taken -> {
            ids.add(taken.executionId());
            takes.add(taken.take());
        });
        var values = Tuple.of(ids.toArray(UUID[]::new), takes.toArray(Integer[]::new), seconds(lease));
        return database.statement(KEEP, values).replaceWithVoid();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
