package org.customactions.secret.organization;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table of which actions use which secrets. Its statements run in a session of the caller. */
final class SecretUsers {

    private static final String USED = """
            from custom_action_secrets u
                join custom_actions a on a.id = u.action_id and a.organization_id = u.organization_id
                    and a.deleted_at is null
            where u.organization_id = s.organization_id and u.name = s.name
            """;

    private static final String LIST = """
            select s.name, s.updated_at, (select count(*) %s) as used_by
            from organization_secrets s
            where s.organization_id = :organization
            order by s.name collate "C"
            """.formatted(USED);

    private static final String ACTIONS = """
            select coalesce(a.name, '')
            from custom_action_secrets u
                join custom_actions a on a.id = u.action_id and a.organization_id = u.organization_id
                    and a.deleted_at is null
            where u.organization_id = :organization and u.name = :name
            order by a.name, a.id
            """;

    private static final String REPLACE = """
            with named as (
                select unnest(string_to_array(cast(:names as text), ',')) as name
            ), unused as (
                delete from custom_action_secrets
                where action_id = :action and organization_id = :organization
                    and not cast(:more as boolean) and name not in (select name from named)
            )
            insert into custom_action_secrets (organization_id, name, action_id)
            select :organization, name, cast(:action as uuid) from named
            on conflict do nothing
            """;

    private static final String REPLACE_ALL = """
            with users as (
                select *
                from jsonb_to_recordset(cast(cast(:users as text) as jsonb)) as u (action uuid, names jsonb, more boolean)
            ), named as (
                select action, jsonb_array_elements_text(names) as name from users
            ), unused as (
                delete from custom_action_secrets s
                where organization_id = :organization
                    and action_id in (select action from users where not more)
                    and not exists (select 1 from named n where n.action = s.action_id and n.name = s.name)
            )
            insert into custom_action_secrets (organization_id, name, action_id)
            select cast(:organization as uuid), name, action from named
            on conflict do nothing
            """;

    private static final String NAMES =
            "select name from custom_action_secrets where organization_id = :organization and action_id = :action";

    private SecretUsers() {}

    /** A secret as the list shows it. */
    record Listed(String name, Instant updatedAt, long usedBy) {

        private static Listed of(Tuple row) {
            return new Listed(
                    row.get("name", String.class),
                    row.get("updated_at", OffsetDateTime.class).toInstant(),
                    ((Number) row.get("used_by")).longValue());
        }
    }

    /** Every secret of an organization, by name. */
    static Uni<List<Listed>> list(UUID organizationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Tuple.class)
                        .setParameter("organization", organizationId)
                        .getResultList())
                .map(rows -> rows.stream().map(Listed::of).toList());
    }

    /** The names of the actions that use a secret and are not deleted. */
    static Uni<List<String>> actions(UUID organizationId, String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ACTIONS, String.class)
                        .setParameter("organization", organizationId)
                        .setParameter("name", name)
                        .getResultList());
    }

    /** As {@link #replace}, for several actions at once. */
    static Uni<Void> replaceAll(UUID organizationId, List<OrganizationSecrets.Uses> uses) {
        var users = JsonNodeFactory.instance.arrayNode();
        uses.forEach(use -> {
            var user =
                    users.addObject().put("action", use.actionId().toString()).put("more", use.more());
            var names = user.putArray("names");
            use.names().forEach(names::add);
        });
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPLACE_ALL)
                        .setParameter("organization", organizationId)
                        .setParameter("users", users.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The names of the secrets that an action uses, as it was saved last. */
    static Uni<List<String>> names(UUID organizationId, UUID actionId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NAMES, String.class)
                        .setParameter("organization", organizationId)
                        .setParameter("action", actionId)
                        .getResultList());
    }

    /** @param more whether the action may use others besides, which are then left as they are */
    static Uni<Void> replace(UUID organizationId, UUID actionId, Collection<String> names, boolean more) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPLACE)
                        .setParameter("organization", organizationId)
                        .setParameter("action", actionId)
                        .setParameter("names", String.join(",", names))
                        .setParameter("more", more)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
