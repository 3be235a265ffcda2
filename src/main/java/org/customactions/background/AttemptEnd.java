package org.customactions.background;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.Database;
import org.customactions.kind.ActionResult;
import org.customactions.log.RecordedText;

/**
 * What is stored when an attempt has ended. It changes nothing if the execution is another replica's by now, which took
 * this one for dead.
 */
final class AttemptEnd {

    private static final String MINE = "execution_id = $1::uuid and takes = $2::int and under_way";

    /**
     * The request of what has failed is kept for another round, if the organization has not too many of them. The link
     * is as an execution in the foreground leaves it.
     */
    private static final String END = """
            with ended as (
                update background_executions
                set due_at = null, under_way = false, ended_at = now(), success = $3::boolean, answer = $4::bytea,
                    request = case when not $3::boolean and (
                        select count(*) < $5::int and coalesce(sum(request_bytes), 0) < $6::bigint
                        from (
                            select request_bytes
                            from background_executions as failed
                            where organization_id = $7::uuid and due_at is null and request is not null
                            limit $5::int) as kept) then request end
                where %s
                returning execution_id, organization_id, user_id, attempts
            ), link as (
                insert into execution_links (execution_id, organization_id, user_id, url, expires_at)
                select execution_id, organization_id, user_id, $8::text, now() + interval '15 minutes'
                from ended
                where $8::text is not null
                on conflict (execution_id) do update set url = excluded.url, expires_at = excluded.expires_at
            )
            update custom_action_executions as e
            set success = $3::boolean, message = $9::text, http_status = nullif($10::int, 0), duration_ms = $11::bigint,
                attempts = ended.attempts
            from ended
            where e.id = ended.execution_id
            """.formatted(MINE);

    /** The history's row lives as long as the execution may. */
    private static final String AGAIN = """
            with again as (
                update background_executions
                set due_at = now() + make_interval(secs => $3::float8), under_way = false, failures = $4::int,
                    attempts = attempts - $5::int
                where %s
                returning execution_id, attempts, due_at
            )
            update custom_action_executions as e
            set message = coalesce($6::text, message), http_status = coalesce(nullif($7::int, 0), http_status),
                attempts = again.attempts, lease_until = greatest(lease_until, again.due_at + interval '1 hour')
            from again
            where e.id = again.execution_id
            """.formatted(MINE);

    private static final String KEEP = """
            update background_executions as b
            set due_at = now() + make_interval(secs => $3::float8)
            from unnest($1::uuid[], $2::int[]) as mine (execution_id, takes)
            where b.execution_id = mine.execution_id and b.takes = mine.takes and b.under_way
            """;

    private AttemptEnd() {}

    /** It has succeeded, or failed for good. */
    static Uni<Void> ended(
            Database database,
            Taken taken,
            ActionResult result,
            Optional<byte[]> answer,
            Duration took,
            int keptFailed) {
        var values = Tuple.from(Arrays.asList(
                taken.executionId(),
                taken.take(),
                result.success(),
                answer.map(Buffer::buffer).orElse(null),
                keptFailed,
                QueuedExecution.MAX_BYTES,
                taken.organizationId(),
                result.link().map(ActionResult.Link::url).orElse(null),
                RecordedText.of(result.message()),
                result.outcome().httpStatus().orElse(0),
                took.toMillis()));
        return database.statement(END, values).replaceWithVoid();
    }

    /** It is tried again later, because it has failed so many times in its round. */
    static Uni<Void> again(Database database, Taken taken, ActionResult result, Duration wait, int failures) {
        return again(
                database,
                taken,
                wait,
                failures,
                0,
                RecordedText.of(result.message()),
                result.outcome().httpStatus().orElse(0));
    }

    /** It waits again, as if it had not been taken. */
    static Uni<Void> handedBack(Database database, Taken taken, Duration wait) {
        return again(database, taken, wait, taken.failures(), 1, null, 0);
    }

    private static Uni<Void> again(
            Database database, Taken taken, Duration wait, int failures, int untried, String message, int status) {
        var values = Tuple.from(
                Arrays.asList(taken.executionId(), taken.take(), seconds(wait), failures, untried, message, status));
        return database.statement(AGAIN, values).replaceWithVoid();
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
