package org.customactions.directory;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody who works in an organization, where the chat platform shares its users. Never written here. */
@Entity
@Immutable
@Table(name = "users")
public class User extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "organization_id")
    public UUID organizationId;

    @Column(name = "email")
    public String email;

    @Column(name = "full_name")
    public String fullName;

    @Column(name = "role")
    public String role;
}
