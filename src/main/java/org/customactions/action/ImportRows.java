package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/** The statements of an import, each for all of its actions at once. They run in the transaction of their caller. */
final class ImportRows {

    private static final String NAMED = "(select jsonb_array_elements_text(cast(cast(:names as text) as jsonb)))";

    /** In the order of the ids, so that two such statements cannot wait for each other. */
    private static final String LOCK = """
            select id, updated_at from custom_actions
            where organization_id = :organization and deleted_at is null and coalesce(name, '') in %s
                and action_type = any(string_to_array(cast(:types as text), ','))
            order by id
            for update
            """.formatted(NAMED);

    private static final String ROWS = """
            jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, updated_at timestamptz, name text, icon text,
                action_type text, config jsonb, is_active boolean, display_order bigint)
            """;

    private static final String UPDATE = """
            update custom_actions as a
            set icon = r.icon, action_type = r.action_type, config = r.config, is_active = r.is_active,
                display_order = r.display_order, updated_at = r.updated_at
            from %s
            where a.organization_id = :organization and a.id = r.id
            """.formatted(ROWS);

    private static final String INSERT = """
            insert into custom_actions
                (id, created_at, updated_at, organization_id, name, icon, action_type, config, is_active, display_order)
            select r.id, r.updated_at, r.updated_at, cast(:organization as uuid), r.name, r.icon, r.action_type, r.config,
                r.is_active, r.display_order
            from %s
            """.formatted(ROWS);

    private static final String TERMS = """
            with r as (
                select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, terms jsonb)
            ), gone as (
                delete from custom_action_terms
                where organization_id = :organization and action_id in (select id from r where terms is null)
            )
            insert into custom_action_terms (organization_id, action_id, terms)
            select cast(:organization as uuid), id, terms from r where terms is not null
            on conflict (organization_id, action_id) do update set terms = excluded.terms
            """;

    private ImportRows() {}

    /** Holds the actions with these names until the transaction ends; when each was changed last. */
    static Uni<Map<UUID, Instant>> lock(UUID organizationId, Collection<String> names) {
        var list = JsonNodeFactory.instance.arrayNode();
        names.forEach(list::add);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Tuple.class)
                        .setParameter("organization", organizationId)
                        .setParameter("names", list.toString())
                        .setParameter("types", ActionRow.TYPE_NAMES)
                        .getResultList())
                .map(ImportRows::times);
    }

    private static Map<UUID, Instant> times(List<Tuple> rows) {
        var times = new HashMap<UUID, Instant>();
        rows.forEach(row -> {
            var updatedAt = row.get("updated_at", OffsetDateTime.class);
            times.put(row.get("id", UUID.class), updatedAt == null ? Instant.EPOCH : updatedAt.toInstant());
        });
        return times;
    }

    static Uni<Void> update(UUID organizationId, List<PlannedAction> actions) {
        return write(UPDATE, organizationId, actions);
    }

    static Uni<Void> insert(UUID organizationId, List<PlannedAction> actions) {
        return write(INSERT, organizationId, actions);
    }

    private static Uni<Void> write(String statement, UUID organizationId, List<PlannedAction> actions) {
        var rows = JsonNodeFactory.instance.arrayNode();
        actions.forEach(action -> rows.add(action.row()));
        return execute(statement, organizationId, rows);
    }

    static Uni<Void> storeTerms(UUID organizationId, List<PlannedAction> actions) {
        var rows = JsonNodeFactory.instance.arrayNode();
        actions.forEach(planned -> rows.add(planned.termsRow()));
        return execute(TERMS, organizationId, rows);
    }

    private static Uni<Void> execute(String statement, UUID organizationId, JsonNode rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(statement)
                                .setParameter("organization", organizationId)
                                .setParameter("rows", rows.toString())
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /** Nothing of what the import was held against may have changed. */
    static void requireAsRead(Map<UUID, Instant> stored, List<PlannedAction> actions) {
        var read = new HashMap<UUID, Instant>();
        actions.forEach(planned -> planned.before().ifPresent(was -> read.put(planned.action().id, was.changedAt())));
        if (!read.equals(stored)) {
            throw ApiException.of(
                    ErrorType.CONFLICT, "Some of these actions were changed at the same time; import them again");
        }
    }
}
