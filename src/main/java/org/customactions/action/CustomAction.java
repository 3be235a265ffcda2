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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Paging;
import org.customactions.api.QueryParameters;
import org.customactions.database.JsonColumn;
import org.customactions.database.Listing;
import org.customactions.database.OrganizationRow;
import org.hibernate.annotations.ColumnTransformer;

/** A button that an organization has configured. Deleted ones stay as rows, so that their history has something to name. */
@Entity
@Table(name = "custom_actions")
public class CustomAction extends OrganizationRow {

    /** Most actions that an organization may have. */
    public static final int MAX_PER_ORGANIZATION = 1_000;

    private static final String LISTED = "e.organizationId = :organization and e.deletedAt is null";
    private static final String LIST_ORDER = "e.displayOrder, e.createdAt desc, e.id";
    private static final String ONE = "organizationId = ?1 and id = ?2 and deletedAt is null";

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

    /** Fails with 404 when there is none. */
    public static Uni<CustomAction> findIn(UUID organizationId, UUID id) {
        return CustomAction.<CustomAction>find(ONE, organizationId, id)
                .firstResult()
                .map(CustomAction::found);
    }

    /** Whether there is or was one, so that the history of a deleted action can be read. */
    public static Uni<Boolean> hasEverBeenIn(UUID organizationId, UUID id) {
        return count("organizationId = ?1 and id = ?2", organizationId, id).map(count -> count > 0);
    }

    /** As {@link #findIn}, and holds the row until the transaction ends, so that concurrent updates take turns. */
    static Uni<CustomAction> lockIn(UUID organizationId, UUID id) {
        return CustomAction.<CustomAction>find(ONE, organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(CustomAction::found);
    }

    /** Locks several rows, in the order of their ids so that two such calls cannot wait for each other. */
    static Uni<List<CustomAction>> lockAllIn(UUID organizationId, Collection<UUID> ids) {
        return CustomAction.<CustomAction>find(
                        "organizationId = ?1 and id in ?2 and deletedAt is null order by id", organizationId, ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Stores this new action in its organization; fails with 409 when that is full. */
    Uni<CustomAction> persistWithinLimit() {
        // Creations of one organization take turns, or two could both see the last free place.
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

    /** Notes a change, always later than the one before even where replicas' clocks differ: entity tags rely on it. */
    void touch(Instant now) {
        var earliest = updatedAt.plus(1, ChronoUnit.MICROS);
        updatedAt = now.isBefore(earliest) ? earliest : now;
    }

    private static CustomAction found(CustomAction action) {
        if (action == null) {
            throw ApiException.notFound("Custom action");
        }
        return action;
    }
}
