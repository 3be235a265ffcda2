package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.UUID;
import org.customactions.api.Uuids;

/**
 * The statement that an execution begins with: it reads everything the execution needs to know and, if there is something
 * to execute, stores the row that tells of it. So the row is there before anything happens, and costs no round trip.
 */
final class ExecutionStart {

    private static final String BEGIN = """
            with target as (
                select a.id as action_id, a.organization_id, a.action_type, cast(a.config as text) as config, a.is_active,
                    c.id as contact_id, c.phone_number, c.name, c.profile_name, cast(c.tags as text) as tags,
                    cast(c.metadata as text) as metadata,
                    u.full_name, u.email, u.role, o.name as organization_name
                from custom_actions a
                left join contacts c
                    on c.id = :contact and c.organization_id = a.organization_id and c.deleted_at is null
                left join users u on u.id = :user and u.organization_id = a.organization_id
                left join organizations o on o.id = a.organization_id
                where a.id = :action and a.organization_id = :organization and a.deleted_at is null
            ), begun as (
                insert into custom_action_executions
                    (id, created_at, lease_until, organization_id, action_id, action_type, contact_id, user_id)
                select cast(:execution as uuid), now(), now() + make_interval(secs => :lease), organization_id, action_id,
                    action_type, contact_id, cast(:userId as text)
                from target
                where is_active and contact_id is not null
            )
            select * from target
            """;

    private static final String DISCARD =
            "delete from custom_action_executions where id = :execution and success is null";

    /** Stands for a user id that is no UUID, and so is in no directory. */
    private static final UUID NOBODY = new UUID(0, 0);

    private ExecutionStart() {}

    /** Fails with 404 when the action or the contact is not there, with 400 when the action is not active. */
    static Uni<ExecutionTarget> begin(Click click, Duration lease) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN, Tuple.class)
                        .setParameter("execution", click.executionId())
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .setParameter("organization", click.organizationId())
                        .setParameter("action", click.actionId())
                        .setParameter("contact", click.contactId())
                        .setParameter(
                                "user", Uuids.parse(click.caller().userId()).orElse(NOBODY))
                        .setParameter("userId", HistoryText.of(click.caller().userId()))
                        .getSingleResultOrNull())
                .map(ExecutionTarget::of);
    }

    /** Takes the row back of an execution that never began, although its row may have been stored. */
    static Uni<Void> discard(UUID executionId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DISCARD)
                        .setParameter("execution", executionId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
