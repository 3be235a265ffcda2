package org.customactions.history;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customactions.action.LogEntry;
import org.customactions.kind.ActionType;
import org.customactions.kind.ActionTypeColumn;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/**
 * An execution as its row tells of it. It is read here only: the row is written by what executes, before anything
 * happens and again when it has ended.
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

    /** Null until the execution has ended, and for ever where its end was never written. */
    @Column(name = "success")
    public Boolean success;

    @Column(name = "message")
    public String message;

    @Column(name = "http_status")
    public Integer httpStatus;

    @Column(name = "duration_ms")
    public Long durationMillis;
}
