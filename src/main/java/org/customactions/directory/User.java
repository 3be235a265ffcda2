package org.customactions.directory;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Uuids;
import org.hibernate.annotations.Immutable;

/** A member of an organization, if the chat platform shares its users. The service never writes it. */
@Entity
@Immutable
@Table(name = "users")
@IdClass(User.Key.class)
public class User extends PanacheEntityBase {

    /** A user may belong to several organizations. */
    public record Key(UUID id, UUID organizationId) {}

    @Id
    public UUID id;

    @Id
    @Column(name = "organization_id")
    public UUID organizationId;

    @Column(name = "email")
    public String email;

    @Column(name = "full_name")
    public String fullName;

    @Column(name = "role")
    public String role;

    /** The user of a token; empty if the directory does not know the user. */
    public static Uni<Optional<User>> findIn(UUID organizationId, String userId) {
        return Uuids.parse(userId)
                .map(id -> User.<User>find("organizationId = ?1 and id = ?2", organizationId, id)
                        .firstResult()
                        .map(Optional::ofNullable))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
