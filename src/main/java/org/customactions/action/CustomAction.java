package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.database.JsonColumn;
import org.customactions.identity.Caller;
import org.hibernate.annotations.ColumnTransformer;

/**
 * A button that an organization has configured. The rows of deleted ones stay, because their history refers to them.
 */
@Entity
@Table(name = "custom_actions")
public class CustomAction extends ActionRow {

    /** {@link #touch} in SQL; the time is the parameter {@code now}. */
    static final String TOUCHED = "greatest(cast(:now as timestamptz), updated_at + interval '1 microsecond')";

    private static final String ONE =
            "from CustomAction e where e.organizationId = :organization and e.id = :id and e.deletedAt is null and "
                    + OF_KNOWN_TYPE;

    private static final String DELETED = """
            from CustomAction e
            where e.organizationId = :organization and e.id = :id and e.deletedAt is not null and
            """ + OF_KNOWN_TYPE;

    private static final String DELETE = """
            gone as (
                update custom_actions
                set updated_at = %1$s, deleted_at = %1$s
                where organization_id = :organization and id = :action and deleted_at is null
                returning id, updated_at
            ), changed as (
                select id, updated_at as at, 'deleted' as kind, cast('[]' as jsonb) as fields,
                    cast(null as jsonb) as replaced, cast(null as integer) as bytes
                from gone)
            """.formatted(TOUCHED);

    @Convert(converter = JsonColumn.class)
    @Column(name = "config", nullable = false, columnDefinition = "jsonb")
    @ColumnTransformer(read = "coalesce(cast(config as text), '{}')", write = "cast(cast(? as text) as jsonb)")
    public JsonNode config;

    /** Fails with 404 if it does not exist. */
    public static Uni<CustomAction> findIn(UUID organizationId, UUID id) {
        return one(ONE, organizationId, id).<CustomAction>firstResult().map(CustomAction::found);
    }

    /** Fails with 404 if the action never existed: the log of a deleted one can still be read. */
    static Uni<Void> requireEverIn(UUID organizationId, UUID id) {
        return count("organizationId = ?1 and id = ?2", organizationId, id)
                .invoke(count -> {
                    if (count == 0) {
                        throw missing();
                    }
                })
                .replaceWithVoid();
    }

    /** As {@link #findIn}, and holds the row until the transaction ends, so that concurrent updates take turns. */
    static Uni<CustomAction> lockIn(UUID organizationId, UUID id) {
        return locked(one(ONE, organizationId, id));
    }

    /** As {@link #lockIn}, for one that was deleted and can still come back. */
    static Uni<CustomAction> lockDeletedIn(UUID organizationId, UUID id) {
        return locked(one(DELETED, organizationId, id));
    }

    /** As {@link #findIn}, also if it was deleted. */
    static Uni<CustomAction> findEverIn(UUID organizationId, UUID id) {
        return CustomAction.<CustomAction>find(
                        "organizationId = ?1 and id = ?2 and actionType in ?3", organizationId, id, TYPES)
                .firstResult()
                .map(CustomAction::found);
    }

    /** Those with one of the names. */
    static Uni<List<CustomAction>> namedIn(UUID organizationId, Collection<String> names) {
        return names.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find(
                                "from CustomAction e where e.organizationId = :organization and e.deletedAt is null"
                                        + " and e.name in :names and " + OF_KNOWN_TYPE,
                                Parameters.with("organization", organizationId)
                                        .and("names", names)
                                        .and("types", TYPES))
                        .list();
    }

    private static Uni<CustomAction> locked(PanacheQuery<CustomAction> query) {
        return query.withLock(LockModeType.PESSIMISTIC_WRITE)
                .<CustomAction>firstResult()
                .map(CustomAction::found);
    }

    /** Fails with 404 if it does not exist. It is one statement, so it needs no transaction around it. */
    static Uni<Void> deleteIn(Caller caller, UUID id, Instant now) {
        return ActionChange.make(caller, DELETE, Map.of("action", id, "now", now))
                .invoke(deleted -> {
                    if (deleted == 0) {
                        throw missing();
                    }
                })
                .replaceWithVoid();
    }

    /** Reads the next actions of all organizations in the order of their ids. */
    static Uni<List<CustomAction>> readAfter(Optional<UUID> id, int limit) {
        return after(id).page(0, limit).list();
    }

    /** Locks the next actions of all organizations in the order of their ids, including deleted ones. */
    static Uni<List<CustomAction>> lockAfter(Optional<UUID> id, int limit) {
        return after(id).page(0, limit).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /**
     * Notes the time of a change, always later than the one before, even if replicas' clocks differ: entity tags rely
     * on it.
     */
    void touch(Instant now) {
        var earliest = updatedAt.plus(1, ChronoUnit.MICROS);
        updatedAt = now.isBefore(earliest) ? earliest : now;
    }

    private static PanacheQuery<CustomAction> one(String query, UUID organizationId, UUID id) {
        return find(
                query,
                Parameters.with("organization", organizationId).and("id", id).and("types", TYPES));
    }

    private static PanacheQuery<CustomAction> after(Optional<UUID> id) {
        var types = Parameters.with("types", TYPES);
        return id.map(last -> CustomAction.<CustomAction>find(
                        "from CustomAction e where e.id > :last and " + OF_KNOWN_TYPE + " order by e.id",
                        types.and("last", last)))
                .orElseGet(() -> find("from CustomAction e where " + OF_KNOWN_TYPE + " order by e.id", types));
    }

    private static CustomAction found(CustomAction action) {
        if (action == null) {
            throw missing();
        }
        return action;
    }

    static ApiException missing() {
        return ApiException.notFound("Custom action");
    }
}
