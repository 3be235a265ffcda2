package org.customactions.changes;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.action.LogEntry;
import org.customactions.api.TimeCursor;
import org.customactions.database.JsonColumn;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A change of an action as its row tells of it. It is read here only: the row is written with the change. */
@Entity
@Immutable
@Table(name = "custom_action_changes")
public class Change extends PanacheEntityBase implements LogEntry {

    private static final String LISTED = "organizationId = :organization and actionId = :action";
    private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

    @Id
    public UUID id;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "organization_id")
    public UUID organizationId;

    @Column(name = "action_id")
    public UUID actionId;

    /** As the caller's token had it, which need not be a UUID. */
    @Column(name = "user_id")
    public String userId;

    /** Null where neither the token nor the directory had one. */
    @Column(name = "user_name")
    public String userName;

    @Column(name = "change")
    public String change;

    /** A JSON list of names. */
    @Convert(converter = JsonColumn.class)
    @Column(name = "fields", columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(fields as text)")
    public JsonNode fields;

    @Override
    public TimeCursor cursor() {
        return new TimeCursor(createdAt, id);
    }

    /** The changes of an action before a place in the list, newest first. */
    static Uni<List<Change>> listIn(UUID organizationId, UUID actionId, Optional<TimeCursor> before, int limit) {
        var parameters = Parameters.with("organization", organizationId).and("action", actionId);
        before.ifPresent(cursor -> parameters.and("time", cursor.time()).and("id", cursor.id()));
        // Compared as one value, so that the index leads to the place at once.
        var condition = before.isEmpty() ? LISTED : LISTED + " and (createdAt, id) < (:time, :id)";
        return Change.<Change>find(condition + NEWEST_FIRST, parameters)
                .range(0, limit - 1)
                .list();
    }
}
