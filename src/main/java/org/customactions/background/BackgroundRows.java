package org.customactions.background;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.ExpiringRows;
import org.customactions.log.RecordedText;

/** What is asked of single executions in the background. */
final class BackgroundRows {

    static final Duration KEPT = Duration.ofDays(7);
    static final int MOST_AT_ONCE = 1_000;

    /** The history knows longer that there was one. */
    private static final String FIND = """
            select e.success, e.message, e.outcome, coalesce(b.attempts, e.attempts) as attempts, b.answer,
                case when not b.under_way then cast(extract(epoch from b.due_at) * 1000 as bigint) end as next_millis
            from custom_action_executions e
            left join background_executions b on b.execution_id = e.id
            where e.id = :execution and e.organization_id = :organization and e.attempts is not null
                and (:isManager or e.user_id = :user)
            """;

    /** What has failed and can be tried again, of some condition. */
    private static final String RETRY = """
            with retried as (
                update background_executions
                set due_at = now(), is_ready = true, failures = 0, ended_at = null, success = null, answer = null
                where execution_id = any(array(
                    select b.execution_id
                    from background_executions b
                    where b.organization_id = :organization and b.due_at is null and b.request is not null
                        and not b.success and b.ended_at > now() - make_interval(days => :days)
                        and exists (select from custom_action_executions e where e.id = b.execution_id)
                        and %s
                    order by b.execution_id
                    limit :most
                    for update))
                returning execution_id
            )
            update custom_action_executions as e
            set success = null, outcome = 'accepted', http_status = null, duration_ms = null,
                lease_until = greatest(lease_until, now() + interval '1 hour')
            from retried
            where e.id = retried.execution_id
            """;

    private static final String RETRY_ONE = RETRY.formatted("b.execution_id = :id");
    private static final String RETRY_ALL = RETRY.formatted("b.action_id = :id");

    /** What is under way counts no more, whatever comes of it. */
    private static final String CANCEL = """
            with cancelled as (
                update background_executions
                set due_at = null, is_ready = false, under_way = false, ended_at = now(), success = false, request = null
                where execution_id = :execution and organization_id = :organization and due_at is not null
                returning execution_id
            )
            update custom_action_executions as e
            set success = false, outcome = 'cancelled', message = :message
            from cancelled
            where e.id = cancelled.execution_id
            """;

    private static final String EXISTS =
            "select count(*) from custom_action_executions where id = :execution and organization_id = :organization";

    private BackgroundRows() {}

    /** One execution of a user, or of anybody for a manager; empty for one in the foreground. */
    static Uni<Optional<Tuple>> find(UUID organizationId, UUID executionId, String userId, boolean isManager) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Tuple.class)
                        .setParameter("execution", executionId)
                        .setParameter("organization", organizationId)
                        .setParameter("user", RecordedText.of(userId))
                        .setParameter("isManager", isManager)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Lets a failed one wait again; false if it is none, or too old. */
    static Uni<Boolean> retry(UUID organizationId, UUID executionId) {
        return retry(RETRY_ONE, organizationId, executionId).map(count -> count > 0);
    }

    /** The same for failed ones of an action, {@link #MOST_AT_ONCE} at most; how many they were. */
    static Uni<Integer> retryAll(UUID organizationId, UUID actionId) {
        return retry(RETRY_ALL, organizationId, actionId);
    }

    private static Uni<Integer> retry(String statement, UUID organizationId, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter("id", id)
                        .setParameter("organization", organizationId)
                        .setParameter("days", (int) KEPT.toDays())
                        .setParameter("most", MOST_AT_ONCE)
                        .executeUpdate());
    }

    /** Ends one that has not ended; false if it is none. */
    static Uni<Boolean> cancel(UUID organizationId, UUID executionId, String message) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CANCEL)
                        .setParameter("execution", executionId)
                        .setParameter("organization", organizationId)
                        .setParameter("message", message)
                        .executeUpdate())
                .map(count -> count > 0);
    }

    static Uni<Boolean> exists(UUID organizationId, UUID executionId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXISTS, Long.class)
                        .setParameter("execution", executionId)
                        .setParameter("organization", organizationId)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** Deletes those that have ended, with what is kept of the failed ones. */
    static final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows ended() {
            return new ExpiringRows(
                    "executions in the background", "background_executions", "execution_id", "ended_at", KEPT);
        }
    }
}
