package org.customactions.log;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.customactions.api.TimeCursor;

/** A row of an {@link ActionLog}: something a user did with an action. */
@MappedSuperclass
public abstract class LogEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "organization_id")
    public UUID organizationId;

    @Column(name = "action_id")
    public UUID actionId;

    /** As in the caller's token, so not always a UUID. */
    @Column(name = "user_id")
    public String userId;

    /** The place right after this row. */
    TimeCursor cursor() {
        return new TimeCursor(createdAt, id);
    }
}
