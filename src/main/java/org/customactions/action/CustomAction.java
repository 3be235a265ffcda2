package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Paging;
import org.customactions.api.QueryParameters;
import org.customactions.database.JsonColumn;
import org.customactions.database.Listing;
import org.customactions.database.OrganizationRow;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionType;
import org.customactions.kind.ActionTypeColumn;
import org.hibernate.annotations.ColumnTransformer;

/**
 * A button that an organization has configured. The rows of deleted ones stay, because their history refers to them.
 */
@Entity
@Table(name = "custom_actions")
public class CustomAction extends OrganizationRow {

    /** Most actions that an organization may have. */
    public static final int MAX_PER_ORGANIZATION = 1_000;

    /** {@link #touch} in SQL; the time is the parameter {@code now}. */
    static final String TOUCHED = "greatest(cast(:now as timestamptz), updated_at + interval '1 microsecond')";

    private static final String LISTED = "e.organizationId = :organization and e.deletedAt is null";
    private static final String LIST_ORDER = "e.displayOrder, e.createdAt desc, e.id";
    private static final String ONE = "organizationId = ?1 and id = ?2 and deletedAt is null";

    private static final String DELETE = """
            changed as (
                update custom_actions
                set updated_at = %1$s, deleted_at = %1$s
                where organization_id = :organization and id = :action and deleted_at is null
                returning id, updated_at as at)
            """.formatted(TOUCHED);

    @Column(name = "name", nullable = false)
    public String name;

    @Column(name = "icon", nullable = false)
    public String icon;

    @Convert(converter = ActionTypeColumn.class)
    @Column(name = "action_type", nullable = false)
    public ActionType actionType;

    @Convert(converter = JsonColumn.class)
    @Column(name = "config", nullable = false, columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(config as text)", write = "cast(cast(? as text) as jsonb)")
    public JsonNode config;

    @Column(name = "is_active", nullable = false)
    public boolean isActive;

    @Column(name = "display_order", nullable = false)
    public int displayOrder;

    public static Uni<Listing<CustomAction>> listIn(
            UUID organizationId, Optional<String> search, Optional<Boolean> isActive, Optional<Paging> paging) {
        var condition = new StringBuilder(LISTED);
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", organizationId);
        search.ifPresent(text -> {
            condition.append(" and e.name ilike :search escape '\\'");
            parameters.put("search", QueryParameters.contains(text));
        });
        isActive.ifPresent(flag -> {
            condition.append(" and e.isActive = :active");
            parameters.put("active", flag);
        });
        return Listing.of(CustomAction.class, condition.toString(), LIST_ORDER, parameters, paging);
    }

    /** Fails with 404 if it does not exist. */
    public static Uni<CustomAction> findIn(UUID organizationId, UUID id) {
        return CustomAction.<CustomAction>find(ONE, organizationId, id)
                .firstResult()
                .map(CustomAction::found);
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
        return CustomAction.<CustomAction>find(ONE, organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(CustomAction::found);
    }

    /** Fails with 404 if it does not exist. It is one statement, so it needs no transaction around it. */
    static Uni<Void> deleteIn(Caller caller, UUID id, Instant now) {
        return new ActionChange(caller, ChangeKind.DELETED, List.of())
                .make(DELETE, Map.of("action", id, "now", now))
                .invoke(deleted -> {
                    if (deleted == 0) {
                        throw missing();
                    }
                })
                .replaceWithVoid();
    }

    /** Locks the next actions of all organizations in the order of their ids, including deleted ones. */
    static Uni<List<CustomAction>> lockAfter(Optional<UUID> id, int limit) {
        return id.map(last -> CustomAction.<CustomAction>find("id > ?1 order by id", last))
                .orElseGet(() -> find("order by id"))
                .page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Stores this new action in its organization; fails with 409 if that is full. */
    Uni<CustomAction> persistWithinLimit() {
        // Creations in one organization take turns; otherwise two could both see the last free place.
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from pg_advisory_xact_lock(hashtextextended(:organization, 0))",
                                Integer.class)
                        .setParameter("organization", "custom_actions/" + organizationId)
                        .getSingleResult())
                .chain(locked -> count("organizationId = ?1 and deletedAt is null", organizationId))
                .chain(count -> {
                    if (count >= MAX_PER_ORGANIZATION) {
                        throw ApiException.of(
                                ErrorType.CONFLICT,
                                "An organization can have at most %,d custom actions; delete one first"
                                        .formatted(MAX_PER_ORGANIZATION));
                    }
                    return persist();
                });
    }

    /**
     * Notes the time of a change, always later than the one before, even if replicas' clocks differ: entity tags rely
     * on it.
     */
    void touch(Instant now) {
        var earliest = updatedAt.plus(1, ChronoUnit.MICROS);
        updatedAt = now.isBefore(earliest) ? earliest : now;
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
