package org.customactions.log;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.customactions.api.TimeCursor;

/** A row of an {@link ActionLog}: something that somebody did with an action. */
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

    /** As the caller's token had it, which need not be a UUID. */
    @Column(name = "user_id")
    public String userId;

    /** The place right after it. */
    TimeCursor cursor() {
        return new TimeCursor(createdAt, id);
    }
}
