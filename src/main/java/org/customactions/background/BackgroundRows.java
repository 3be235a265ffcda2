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

    /** The history knows longer that there was one. */
    private static final String FIND = """
            select e.success, e.message, coalesce(b.attempts, e.attempts) as attempts, b.answer,
                case when not b.under_way then cast(extract(epoch from b.due_at) * 1000 as bigint) end as next_millis
            from custom_action_executions e
            left join background_executions b on b.execution_id = e.id
            where e.id = :execution and e.organization_id = :organization and e.attempts is not null
                and (:isManager or e.user_id = :user)
            """;

    private static final String RETRY = """
            with retried as (
                update background_executions as b
                set due_at = now(), failures = 0, ended_at = null, success = null, answer = null
                where execution_id = :execution and organization_id = :organization and due_at is null
                    and not success and request is not null and ended_at > now() - make_interval(days => :days)
                    and exists (select from custom_action_executions where id = b.execution_id)
                returning execution_id
            )
            update custom_action_executions as e
            set success = null, outcome = 'accepted', http_status = null, duration_ms = null,
                lease_until = greatest(lease_until, now() + interval '1 hour')
            from retried
            where e.id = retried.execution_id
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
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RETRY)
                        .setParameter("execution", executionId)
                        .setParameter("organization", organizationId)
                        .setParameter("days", (int) KEPT.toDays())
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
