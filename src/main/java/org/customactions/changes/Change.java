package org.customactions.changes;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.customactions.database.ExpiringRows;
import org.customactions.database.JsonColumn;
import org.customactions.log.LogEntry;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** The row of a change to an action, for reading only. It is written together with the change. */
@Entity
@Immutable
@Table(name = "custom_action_changes")
public class Change extends LogEntry {

    /** Null if neither the token nor the directory had one. */
    @Column(name = "user_name")
    public String userName;

    @Column(name = "change")
    public String change;

    /** A JSON list of names. */
    @Convert(converter = JsonColumn.class)
    @Column(name = "fields", columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(fields as text)")
    public JsonNode fields;

    /** Then {@link #change} says that it was updated, which the version before can read. */
    @Column(name = "restored")
    public boolean isRestored;

    /** A JSON list of what the fields were and are; null if that is not kept. */
    @Convert(converter = JsonColumn.class)
    @Column(name = "replaced", columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(replaced as text)")
    public JsonNode replaced;

    /** Deletes changes past the retention. */
    static final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows old(ChangesConfiguration configuration) {
            return new ExpiringRows(
                    "changes past the trail's retention",
                    "custom_action_changes",
                    "id",
                    "kept_from",
                    configuration.retention());
        }
    }
}
