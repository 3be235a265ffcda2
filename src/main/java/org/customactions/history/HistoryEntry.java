package org.customactions.history;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customactions.database.ExpiringRows;
import org.customactions.kind.ActionType;
import org.customactions.kind.ActionTypeColumn;
import org.customactions.log.LogEntry;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/**
 * The row of an execution, for reading only. The execution writes it: once before anything happens and again at its
 * end.
 */
@Entity
@Immutable
@Table(name = "custom_action_executions")
public class HistoryEntry extends LogEntry {

    /** Whether the execution may still be under way. The database's clock decides, as it did when the lease began. */
    @Formula("(lease_until > now())")
    public boolean isLeased;

    @Convert(converter = ActionTypeColumn.class)
    @Column(name = "action_type")
    public ActionType actionType;

    @Column(name = "contact_id")
    public UUID contactId;

    /** As its platform writes it; null for a UUID, which the column above tells. */
    @Column(name = "contact_text")
    public String contactText;

    /** Null until the execution has ended, and for ever if its end was never written. */
    @Column(name = "success")
    public Boolean success;

    @Column(name = "message")
    public String message;

    @Column(name = "http_status")
    public Integer httpStatus;

    /** How often it was tried in the background; null for what was done at once. */
    @Column(name = "attempts")
    public Integer attempts;

    @Column(name = "duration_ms")
    public Long durationMillis;

    /** Deletes executions past the retention. */
    static final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows old(HistoryConfiguration configuration) {
            // Not created_at: an execution that is still under way stays, however short the retention is.
            return new ExpiringRows(
                    "executions past the history's retention",
                    "custom_action_executions",
                    "id",
                    "lease_until",
                    configuration.retention());
        }
    }
}
