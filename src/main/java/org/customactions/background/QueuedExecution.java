package org.customactions.background;

import java.util.UUID;
import org.customactions.kind.ActionType;
import org.customactions.log.RecordedText;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * An execution that waits from now on. The statement that answers its click stores it too.
 *
 * @param request encrypted
 * @param maxWaiting how many of the organization's may wait
 * @param isCounted whether it is time to look how many do
 * @param isForOthers whether this replica has no place for it, so that others are called
 */
public record QueuedExecution(
        UUID executionId,
        UUID organizationId,
        UUID actionId,
        ActionType type,
        String userId,
        short upstream,
        byte[] request,
        int maxWaiting,
        boolean isCounted,
        boolean isForOthers) {

    /** What the waiting of one organization may have together, and so what has failed. */
    static final long MAX_BYTES = 256L * 1024 * 1024;

    /**
     * Parts of a statement's {@code with} clause that store it, once {@link #bind} has set the parameters;
     * {@code queued} has a row then, and none if too many of the organization's wait already.
     */
    public static final String STORING = """
            room as (
                select case when cast(:isCounted as boolean) then (
                    select count(*) < :maxWaiting and coalesce(sum(request_bytes), 0) + :requestBytes <= :maxBytes
                    from (
                        (select request_bytes
                        from background_executions
                        where organization_id = cast(:organization as uuid) and is_ready
                        limit :maxWaiting)
                        union all
                        (select request_bytes
                        from background_executions
                        where organization_id = cast(:organization as uuid) and due_at is not null and not is_ready
                        limit :maxWaiting)) as waiting)
                else true end as is_left
            ), queued as (
                insert into background_executions (execution_id, organization_id, action_id, action_type, user_id, upstream,
                    accepted_at, due_at, is_ready, request, request_bytes)
                select cast(:execution as uuid), cast(:organization as uuid), cast(:action as uuid), cast(:type as text),
                    cast(:userId as text), cast(:upstream as smallint), now(), now(), true, cast(:request as bytea),
                    cast(:requestBytes as int)
                from room
                where is_left
                returning case when :isForOthers then cast(pg_notify('%s', '') as text) end as called
            )""".formatted(Signals.CHANNEL);

    /** Sets the parameters of {@link #STORING}. */
    public void bind(Mutiny.AbstractQuery query) {
        query.setParameter("execution", executionId)
                .setParameter("organization", organizationId)
                .setParameter("action", actionId)
                .setParameter("type", type.wireName())
                .setParameter("userId", RecordedText.of(userId))
                .setParameter("upstream", upstream)
                .setParameter("request", request)
                .setParameter("requestBytes", request.length)
                .setParameter("isCounted", isCounted)
                .setParameter("maxWaiting", maxWaiting)
                .setParameter("maxBytes", MAX_BYTES)
                .setParameter("isForOthers", isForOthers);
    }

    /** Without the request. */
    @Override
    public String toString() {
        return "QueuedExecution[%s]".formatted(executionId);
    }
}
