package org.customactions.database;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * A row that belongs to an organization. Deleted rows stay and have the time of their deletion. Its table may be
 * another program's, which may leave columns null; the readers of such columns say what null means.
 */
@MappedSuperclass
public abstract class OrganizationRow extends PanacheEntityBase {

    @Id
    public UUID id;

    @Convert(converter = EpochIfNull.class)
    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Convert(converter = EpochIfNull.class)
    @Column(name = "updated_at", nullable = false)
    public Instant updatedAt;

    @Column(name = "deleted_at")
    public Instant deletedAt;

    @Column(name = "organization_id", nullable = false, updatable = false)
    public UUID organizationId;
}
