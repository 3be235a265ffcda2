package org.customactions.history;

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
import org.customactions.action.ActionType;
import org.customactions.action.ActionTypeColumn;
import org.customactions.action.LogEntry;
import org.customactions.api.TimeCursor;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/**
 * An execution as its row tells of it. It is read here only: the row is written by what executes, before anything happens
 * and again when it has ended.
 */
@Entity
@Immutable
@Table(name = "custom_action_executions")
public class HistoryEntry extends PanacheEntityBase implements LogEntry {

    private static final String LISTED = "organizationId = :organization and actionId = :action";
    private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

    @Id
    public UUID id;

    @Column(name = "created_at")
    public Instant createdAt;

    /** Whether the execution may still be under way. The database's clock decides, as it did when the lease began. */
    @Formula("(lease_until > now())")
    public boolean isLeased;

    @Column(name = "organization_id")
    public UUID organizationId;

    @Column(name = "action_id")
    public UUID actionId;

    @Convert(converter = ActionTypeColumn.class)
    @Column(name = "action_type")
    public ActionType actionType;

    @Column(name = "contact_id")
    public UUID contactId;

    /** As the caller's token had it, which need not be a UUID. */
    @Column(name = "user_id")
    public String userId;

    /** Null until the execution has ended, and for ever where its end was never written. */
    @Column(name = "success")
    public Boolean success;

    @Column(name = "message")
    public String message;

    @Column(name = "http_status")
    public Integer httpStatus;

    @Column(name = "duration_ms")
    public Long durationMillis;

    @Override
    public TimeCursor cursor() {
        return new TimeCursor(createdAt, id);
    }

    /** The executions of an action before a place in the list, newest first. */
    static Uni<List<HistoryEntry>> listIn(UUID organizationId, UUID actionId, Optional<TimeCursor> before, int limit) {
        var parameters = Parameters.with("organization", organizationId).and("action", actionId);
        before.ifPresent(cursor -> parameters.and("time", cursor.time()).and("id", cursor.id()));
        // Compared as one value, so that the index leads to the place at once.
        var condition = before.isEmpty() ? LISTED : LISTED + " and (createdAt, id) < (:time, :id)";
        return HistoryEntry.<HistoryEntry>find(condition + NEWEST_FIRST, parameters)
                .range(0, limit - 1)
                .list();
    }
}
