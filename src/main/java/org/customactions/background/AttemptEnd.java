package org.customactions.background;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.customactions.database.Database;
import org.customactions.history.exchange.NewExchange;
import org.customactions.kind.ActionResult;
import org.customactions.log.RecordedText;

/** What is stored when an execution has succeeded, or failed for good. */
final class AttemptEnd {

    /** Not if the execution is another replica's by now, which took this one for dead. */
    static final String MINE = "execution_id = $1::uuid and takes = $2::int and under_way";

    /**
     * The request of what has failed is kept for another round, if the organization has not too many of them. The link
     * is as an execution in the foreground leaves it.
     */
    private static final String END = """
            with ended as (
                update background_executions
                set due_at = null, is_ready = false, under_way = false, ended_at = now(), success = $3::boolean, answer = $4::bytea,
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
            ), %s
            update custom_action_executions as e
            set success = $3::boolean, message = $9::text, outcome = $10::text, http_status = nullif($11::int, 0),
                duration_ms = $12::bigint, attempts = ended.attempts
            from ended
            where e.id = ended.execution_id
            """.formatted(MINE, LastExchange.storing("ended", 13));

    private AttemptEnd() {}

    static Uni<Void> ended(
            Database database,
            Taken taken,
            ActionResult result,
            Optional<byte[]> answer,
            Optional<NewExchange> exchange,
            Duration took,
            int keptFailed) {
        var values = new ArrayList<>(Arrays.asList(
                taken.executionId(),
                taken.take(),
                result.success(),
                answer.map(Buffer::buffer).orElse(null),
                keptFailed,
                QueuedExecution.MAX_BYTES,
                taken.organizationId(),
                result.link().map(ActionResult.Link::url).orElse(null),
                RecordedText.of(result.message()),
                result.outcome().code(),
                result.outcome().httpStatus().orElse(0),
                took.toMillis()));
        values.addAll(LastExchange.values(exchange, true));
        return database.statement(END, Tuple.from(values)).replaceWithVoid();
    }
}
